import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../program.ts';
import { KINDS, type WaitKind, WAITS } from './waits.ts';

/** How source code waits, by what it waits for. */
const WAITING: Readonly<Record<WaitKind, RegExp>> = {
  azure: /<(?:Loaded|InlineRead|GridLoading)\b|isPending\) return <SkeletonRows\b/,
  code: /<(?:Part|StepPlace)\b|\b(?:lazyRouteComponent|codeOf|loadCode|lazyPart|useLoaded)\(/,
};

/** What all of these are made of; the simulator is in no live build. */
const NO_PLACE =
  /^src\/(?:lib|mocks)\/|^src\/ui\/(?:states\/Loaded|use-loaded|lazy-part)\.tsx?$|^src\/datasources\/registry\.ts$/;

export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** The product's source, without its tests. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.(?:test|type-test)\./.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const placeIn = (file: string) => (kind: WaitKind) => `${file}: ${kind}`;

/** Every place in the source that waits, as `file: kind`. */
export const placesInSource = (): string[] =>
  sourceFiles()
    .filter(({ file }) => !NO_PLACE.test(file))
    .flatMap(({ file, text }) =>
      KINDS.filter((kind) => WAITING[kind].test(text)).map(placeIn(file)),
    )
    .toSorted();

/** Every place that the document names, in the same form. */
export const placesNamed = (): string[] =>
  Object.entries(WAITS)
    .flatMap(([file, wait]) => KINDS.filter((kind) => wait[kind] !== undefined).map(placeIn(file)))
    .toSorted();

/** Files that draw rows in place of what is read, for whoever waits. */
export const skeletonsInSource = (): string[] =>
  sourceFiles()
    .filter(({ file, text }) => !NO_PLACE.test(file) && /<SkeletonRows\b/.test(text))
    .map(({ file }) => file);
