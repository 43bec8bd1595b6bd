import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One file of the repository and what it imports: a path from the root, or the name of a package. */
export interface Module { file: string; imports: readonly string[] }

/** Every TypeScript file below these folders. */
export function modulesBelow(root: string, folders: readonly string[]): Module[] {
  return folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => moduleOf(join(folder, name), readFileSync(join(root, folder, name), 'utf8'))));
}

export function moduleOf(file: string, text: string): Module {
  const { module } = parseSync(file, text);
  const named = [...module.staticImports.map((i) => i.moduleRequest.value), ...module.staticExports.flatMap((e) => e.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap((i) => /^['"]([^'"]+)['"]$/.exec(text.slice(i.moduleRequest.start, i.moduleRequest.end))?.[1] ?? [])];
  return { file, imports: [...new Set(named)].map((name) => name.startsWith('.') ? normalize(join(dirname(file), name)) : name.replace(/^@shouwen\/contract\//, 'packages/contract/src/')) };
}
