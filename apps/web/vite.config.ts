import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** What must open without a connection: the frame and the pages of the phone. The others are kept once they were opened. */
const WITHOUT_CONNECTION = /\/(index\.html|clocks\/my-day-screen\.tsx|matters\/matter-screen\.tsx|phone\/phone-register\.tsx)$/;

/** The service worker of this build, which knows by name the files of what must open without a connection. */
function shell(): Plugin {
  return {
    name: 'shell',
    // After the parts that held nothing but styles have been taken out.
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = new Set<string>();
      const add = (file: string) => {
        const part = bundle[file];
        if (part?.type !== 'chunk' || files.has(file)) return;
        files.add(file);
        part.viteMetadata?.importedCss.forEach(css => files.add(css));
        part.imports.forEach(add);
      };
      for (const part of Object.values(bundle)) if (part.type === 'chunk' && WITHOUT_CONNECTION.test(part.facadeModuleId ?? '')) add(part.fileName);
      const name = `shouwen-${createHash('sha256').update(Object.keys(bundle).sort().join()).digest('hex').slice(0, 12)}`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const SHELL = ${JSON.stringify({ name, files: [...files].map(file => `/${file}`) })};\n${readFileSync(new URL('src/outbox/shell.js', import.meta.url), 'utf8')}` });
    },
  };
}

export default defineConfig({
  plugins: [react(), tokens(), shell()],
  server: { host: '127.0.0.1', proxy: { '/api': SERVER, '/auth': SERVER } },
  build: { outDir: 'dist', assetsDir: 'assets', sourcemap: true },
});
