import type { Build } from './build.ts';
import { chunksOf, closure, firstRoute, isSignInAlone, kilobytes } from './measure.ts';

/** A part of a build, and what it weighs in kB after gzip. */
export interface Sized {
  readonly name: string;
  readonly size: number;
}

/** What is drawn around the form of every step, and in place of the steps once Restore was pressed. */
const aroundFields = ['src/pages/restore/RestorePage.tsx', 'src/wizard/steps/FieldStep.tsx'];
const aroundReview = [
  'src/pages/restore/RestorePage.tsx',
  'src/wizard/review/ReviewStep.tsx',
  'src/wizard/submitted/Sent.tsx',
];
/** Measured with all that draws it. */
const stepOfWizard = /^src\/datasources\/[^/]+\/steps\//;
/** What loads the steps of a datasource, beside its entry. */
const loaderOfSteps = /^(src\/datasources\/[^/]+)\/steps\/load\.ts$/;

/** Something that is opened, and the keys of the chunks that it starts with. */
export interface Opened {
  readonly name: string;
  readonly start: readonly string[];
}

/** Whatever is loaded when it is needed, steps of wizards by themselves too. */
export function lazyOpenings(build: Build): Opened[] {
  return lazyModules(build).map((name) => ({ name, start: holding(build, [name]) }));
}

/** Each page, or part of one, that is loaded when it is needed. */
export function openedParts(build: Build): Opened[] {
  return lazyOpenings(build)
    .filter(({ name }) => !stepOfWizard.test(name))
    .filter(({ start }) => !chunksOf(build, start).every(isSignInAlone));
}

/** Each step of each datasource with all that draws it: its wizard and the frame. */
export function openedSteps(build: Build): Opened[] {
  const remarks = /\/StepRemarks\.tsx$/;
  return [...build.lazy].flatMap(([loader, loaded]) => {
    const folder = loaderOfSteps.exec(loader)?.[1];
    if (folder === undefined) return [];
    const always = [`${folder}/index.ts`, ...loaded.filter((one) => remarks.test(one))];
    return loaded
      .filter((step) => !remarks.test(step))
      .map((step) => {
        const around = /review/i.test(step) ? aroundReview : aroundFields;
        return { name: step, start: holding(build, [...always, step, ...around]) };
      });
  });
}

/** Source files that are loaded when they are needed, as far as a build has them. */
function lazyModules(build: Build): string[] {
  const built = new Set([...build.chunks.values()].flatMap(({ modules }) => modules));
  return [...new Set([...build.lazy.values()].flat())].filter((module) => built.has(module));
}

/** What each page, or part of one, that is loaded when it is needed adds to the first route. */
export function lazyParts(build: Build): Sized[] {
  const first = firstRoute(build);
  return openedParts(build).map(({ name, start }) => sized(build, name, start, first));
}

/** What each step of each datasource adds to the first route with all that draws it. */
export function wholeSteps(build: Build): Sized[] {
  const first = firstRoute(build);
  return openedSteps(build).map(({ name, start }) => sized(build, name, start, first));
}

/** The heaviest of some parts. @throws where there is none: nothing would be measured. */
export function heaviest(parts: readonly Sized[]): Sized {
  const first = parts.toSorted((one, other) => other.size - one.size)[0];
  if (first === undefined) throw new Error('The build has no such part.');
  return first;
}

function sized(
  build: Build,
  name: string,
  start: readonly string[],
  before: ReadonlySet<string>,
): Sized {
  const keys = [...closure(build, start, { lazy: false })].filter((key) => !before.has(key));
  return {
    name,
    size: kilobytes(
      build,
      chunksOf(build, keys).map(({ file }) => file),
    ),
  };
}

/** Keys of the chunks that hold some modules. @throws where one is in none. */
function holding(build: Build, modules: readonly string[]): string[] {
  return modules.map((module) => {
    const found = [...build.chunks].find(([, chunk]) => chunk.modules.includes(module));
    if (found === undefined) throw new Error(`No chunk holds ${module}.`);
    return found[0];
  });
}
