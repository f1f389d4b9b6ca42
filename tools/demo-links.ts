/** Finds for each rule where in the demo it can be met, and writes that down for the page of the rule. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  type DemoLink,
  type DemoLinks,
  emptyStarts,
  findDemoLinks,
  lookAtDemo,
} from './demo-drafts.ts';
import { commandFile, root, runNode } from './program.ts';

type Choices = DemoLink['choices'];

/** A link as it is written down: what its choices have otherwise than a preset. */
interface WrittenLink {
  readonly step: string;
  /** Name of the preset; without it, of an empty draft. */
  readonly from?: string;
  readonly choices?: Choices;
  readonly refused?: Choices;
}

/** The links of the demo, with the drafts from which several of them start. */
export interface WrittenLinks {
  readonly presets: Readonly<Record<string, Choices>>;
  readonly links: Readonly<Record<string, WrittenLink>>;
}

const empty: Readonly<Record<string, unknown>> = { ...emptyStarts()[0] };

/** Each link as its difference from whichever preset it differs least from. */
export function asDifferences(links: DemoLinks): WrittenLinks {
  const presets = presetsOf(Object.values(links).map(({ choices }) => choices));
  return {
    presets,
    links: Object.fromEntries(
      Object.entries(links).map(([id, link]) => [id, written(link, presets)]),
    ),
  };
}

/** The links again, each with all its choices; what is as in an empty draft may be among them. */
export function asWhole({ presets, links }: WrittenLinks): DemoLinks {
  return Object.fromEntries(
    Object.entries(links).map(([id, { from = '', choices, ...link }]) => [
      id,
      { ...link, choices: { ...presets[from], ...choices } },
    ]),
  );
}

function written({ step, choices, refused }: DemoLink, presets: WrittenLinks['presets']) {
  let link: WrittenLink = { step, ...(size(choices) > 0 && { choices }) };
  let least = lengthOf(choices);
  for (const [from, preset] of Object.entries(presets)) {
    const difference = differenceFrom(preset, choices);
    if (lengthOf(difference) >= least) continue;
    least = lengthOf(difference);
    link = { step, from, ...(size(difference) > 0 && { choices: difference }) };
  }
  return refused === undefined ? link : { ...link, refused };
}

const size = (choices: Choices): number => Object.keys(choices).length;
const lengthOf = (choices: Choices): number => JSON.stringify(choices).length;

/** What a draft has otherwise than a preset; what it lacks of the preset is as in an empty draft. */
function differenceFrom(preset: Choices, choices: Choices): Choices {
  const base: Readonly<Record<string, unknown>> = { ...empty, ...preset };
  const whole = { ...empty, ...choices };
  return Object.fromEntries(
    Object.entries(whole).filter(([field, value]) => value !== base[field]),
  );
}

/** Of the drafts that restore the same point alike, the one that most links have. */
function presetsOf(all: readonly Choices[]): WrittenLinks['presets'] {
  const alike = Map.groupBy(all, ({ instance, point, subscription, regionView, option }) =>
    JSON.stringify([instance, point, subscription, regionView, option]),
  );
  const presets: Record<string, Choices> = {};
  for (const group of alike.values()) {
    const commonest = [...Map.groupBy(group, (one) => JSON.stringify(one)).values()].toSorted(
      (one, other) => other.length - one.length,
    )[0]?.[0];
    if (group.length < 2 || commonest === undefined || size(commonest) < 3) continue;
    presets[freeName(nameOf(commonest), presets)] = commonest;
  }
  return presets;
}

/** The machine and how it is restored: `app01, createVm, secondary`. */
function nameOf({ instance, option, regionView, subscription }: Choices): string {
  const machine = instance?.split(';').at(-1);
  return [machine, option, regionView, subscription?.slice(0, 8)].filter(Boolean).join(', ');
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  for (let nth = 2; ; nth += 1) {
    const free = nth === 2 ? name : `${name}, ${String(nth - 1)}`;
    if (!(free in taken)) return free;
  }
}

if (import.meta.main) {
  const links = await findDemoLinks(lookAtDemo());
  const file = 'src/pages/rules/demo-links.json';
  writeFileSync(join(root, file), JSON.stringify(asDifferences(links)));
  await runNode(commandFile('oxfmt'), [file]);
  console.log(`${Object.keys(links).length} rules can be met in the demo; see ${file}.`);
}
