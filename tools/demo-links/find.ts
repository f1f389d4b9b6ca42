import { type Rule, ruleStepOf } from '#src/rules/rule.ts';
import { known } from '#src/wizard/reads/read.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { changesOf, optionsOf } from './changes.ts';
import { heardIn, heardOfOption } from './hearing.ts';
import type { Looking } from './reading.ts';
import { emptyStarts, machineChoices, type Start, startsOf } from './starts.ts';

/** Where in the wizard a rule can be met: a draft's choices beside those of an empty one, and a step. */
export interface DemoLink {
  readonly step: string;
  readonly choices: Partial<VmChoices>;
  /** The value that the rule refuses there; left out where it speaks about the draft as it is. */
  readonly refused?: Partial<VmChoices>;
}

export type DemoLinks = Readonly<Record<string, DemoLink>>;

/**
 * For each rule that is heard in a draft of the demo's world, the first such draft, the plainest
 * first; a draft about which it speaks before one that only offers a value that it refuses.
 */
export async function findDemoLinks(looking: Looking): Promise<DemoLinks> {
  return linksFrom(looking, await demoStarts(looking));
}

/** The same among a part of the drafts. */
export async function linksFrom(looking: Looking, starts: readonly Start[]): Promise<DemoLinks> {
  const found = new Found();
  for (const choices of emptyStarts()) found.add(heardIn(await looking.view(choices)), choices);
  for (const { choices } of starts) found.add(heardIn(await looking.view(choices)), choices);
  for (const { choices, reads } of starts)
    for (const change of changesOf(reads)) {
      const changed = { ...choices, ...change };
      found.add(heardIn(await looking.view(changed)), changed);
    }
  for (const { choices, reads } of starts) {
    const view = await looking.view(choices);
    for (const refused of optionsOf(reads))
      found.add(heardOfOption(view, refused), choices, refused);
  }
  return found.links();
}

/** The first place in which each rule was heard. */
class Found {
  private readonly places = new Map<string, DemoLink>();

  add(rules: readonly Rule[], choices: VmChoices, refused?: DemoLink['refused']): void {
    for (const rule of rules) {
      if (this.places.has(rule.id)) continue;
      const place = { step: stepToOpen(rule), choices: made(choices) };
      this.places.set(rule.id, refused === undefined ? place : { ...place, refused });
    }
  }

  /** In the order of the ids, so that one more changes no other line. */
  links(): DemoLinks {
    return Object.fromEntries([...this.places].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Every machine, restored to its own subscription and to each other one; at the end with no point yet. */
export async function demoStarts(looking: Looking): Promise<Start[]> {
  const starts: Start[] = [];
  const bare: Start[] = [];
  for (const instance of looking.instances) {
    const machine = machineChoices(instance, null);
    const reads = await looking.reads(machine);
    const own = known(reads.instance)?.subscriptionId;
    const others = (known(reads.subscriptions) ?? []).filter(({ id }) => id !== own);
    starts.push(...startsOf(machine, reads));
    bare.push({ choices: machine, reads });
    if (known(reads.vault)?.crossRegionRestore === true) {
      const there: VmChoices = { ...machine, regionView: 'secondary' };
      starts.push(...ofNewest(startsOf(there, await looking.reads(there))));
    }
    for (const { id } of others) {
      const elsewhere = machineChoices(instance, id);
      starts.push(...ofNewest(startsOf(elsewhere, await looking.reads(elsewhere))));
    }
  }
  return [...starts, ...bare];
}

/** Elsewhere the newest point is enough: what tells points apart is tried where they are from. */
function ofNewest(starts: readonly Start[]): Start[] {
  return starts.filter(({ choices }) => choices.point === starts[0]?.choices.point);
}

/** What is met after the wizard is heard of at its last step. */
function stepToOpen(rule: Rule): string {
  const step = ruleStepOf(rule);
  return step === 'jobs' || step === 'afterwards' ? 'review' : step;
}

function made(choices: VmChoices): DemoLink['choices'] {
  const empty: Record<string, unknown> = { ...newDraft('draft', 0).choices };
  return Object.fromEntries(
    Object.entries(choices).filter(([field, value]) => value !== empty[field]),
  );
}
