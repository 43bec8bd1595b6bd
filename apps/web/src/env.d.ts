/// <reference types="vite/client" />
/** Written by the build from app/theme.ts (vite.config.ts). */
declare module 'virtual:tokens.css';
/** Ant Design's locales are ES modules whose package doesn't say so; the types alone would have them wrapped once more. */
declare module 'antd/es/locale/zh_CN.js' { const locale: import('antd').ConfigProviderProps['locale'] & object; export default locale }
declare module 'antd/es/locale/en_US.js' { const locale: import('antd').ConfigProviderProps['locale'] & object; export default locale }
