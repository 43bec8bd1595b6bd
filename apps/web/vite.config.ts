import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokensCss } from './src/app/theme.ts';

const SERVER = process.env['SHOUWEN_SERVER'] ?? 'http://127.0.0.1:3000';

/** The custom properties become a real style sheet, so that they are there before the first paint and need no inline style. */
function tokens(): Plugin {
  return {
    name: 'tokens',
    resolveId: id => id === 'virtual:tokens.css' ? '\0virtual:tokens.css' : undefined,
    load: id => id === '\0virtual:tokens.css' ? tokensCss() : undefined,
  };
}

export default defineConfig({
  plugins: [react(), tokens()],
  server: { host: '127.0.0.1', proxy: { '/api': SERVER, '/auth': SERVER } },
  build: { outDir: 'dist', assetsDir: 'assets', sourcemap: true },
});
