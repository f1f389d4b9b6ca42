import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chunkModulesName, lazyModulesName } from '../vite/chunk-modules.ts';
import { notesOf } from '../vite/notes-apart.ts';
import { field, root } from '../program.ts';

/** One entry of Vite's manifest, as far as sizes need it. */
export interface Chunk {
  readonly file: string;
  readonly isEntry: boolean;
  /** Manifest keys loaded together with this one. */
  readonly imports: readonly string[];
  /** Manifest keys loaded when asked for. */
  readonly dynamicImports: readonly string[];
  /** Source files inside, relative to the project's root. */
  readonly modules: readonly string[];
}

export interface Build {
  /** Chunks by manifest key. */
  readonly chunks: ReadonlyMap<string, Chunk>;
  /** Source files that load others when they are needed, and those others, relative to the project's root. */
  readonly lazy: ReadonlyMap<string, readonly string[]>;
  /** Every file of the folder: path to bytes after gzip. */
  readonly files: ReadonlyMap<string, number>;
  read(file: string): string;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readJson(path: string): object {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is not an object.`);
  return value;
}

/** Reads a finished build. Throws when the folder, its manifest or its entry is missing. */
export function readBuild(folder: string): Build {
  const at = (file: string): string => join(root, folder, file);
  const notes = notesOf(root, folder);
  const modules = readJson(join(notes, chunkModulesName));
  const chunks = new Map<string, Chunk>();
  for (const [key, value] of Object.entries(readJson(join(notes, 'manifest.json')))) {
    const file = field(value, 'file');
    if (typeof file !== 'string' || !file.endsWith('.js')) continue;
    chunks.set(key, {
      file,
      isEntry: field(value, 'isEntry') === true,
      imports: texts(field(value, 'imports')),
      dynamicImports: texts(field(value, 'dynamicImports')),
      modules: texts(field(modules, file)),
    });
  }
  const files = new Map(
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(at('.'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .map((file) => [file, gzipSync(readFileSync(at(file)), { level: 9 }).length]),
  );
  const lazy = new Map(
    Object.entries(readJson(join(notes, lazyModulesName))).map(
      ([module, loaded]) => [module, texts(loaded)] as const,
    ),
  );
  return { chunks, lazy, files, read: (file) => readFileSync(at(file), 'utf8') };
}
