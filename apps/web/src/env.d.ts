/// <reference types="vite/client" />
/** Written by the build from app/theme.ts (vite.config.ts). */
declare module 'virtual:tokens.css';
