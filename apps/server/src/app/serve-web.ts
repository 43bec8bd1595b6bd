import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { House } from './house.ts';

export const builtWeb = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/**
 * The web: files of the build under their own names, and the page itself for every other address a browser opens, since it finds its
 * way inside. Files with a hash in their name never change; the page is asked for anew each time.
 */
export async function serveWeb(house: House, folder: string): Promise<void> {
  const files = new Set(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1)));
  await house.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  house.get('/*', { config: { audience: 'public' }, schema: { hide: true } }, (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (files.has(path) && path !== 'index.html') {
      return reply.header('cache-control', path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(path);
    }
    if (path.startsWith('api/') || path.startsWith('assets/')) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
