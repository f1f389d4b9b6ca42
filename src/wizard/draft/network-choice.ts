import { sameRegion } from '#src/model/region.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { goesToSecondary, pairedRegion } from '#src/wizard/draft/target-region.ts';

/**
 * The network of a draft: the chosen one, else for a new machine in the secondary region one that is
 * set up there, of the name of the machine's own if there is such a one. None is filled in where the
 * machine has no network in the primary region (document 000, Restore in secondary region, note).
 */
export function networkChoice(choices: DraftChoices, reads: Reads): string | null {
  if (choices.vnet !== null) return choices.vnet;
  if (choices.option !== 'createVm' || !goesToSecondary(choices, reads)) return null;
  const own = ownNetworks(reads);
  const region = pairedRegion(reads) ?? null;
  if (own.length === 0 || region === null) return null;
  const there = (known(reads.networks) ?? []).filter((one) => sameRegion(one.region, region));
  const namesake = there.find(({ name }) => own.some((id) => sameId(nameOf(id), name)));
  return (namesake ?? there[0])?.id ?? null;
}

/** The networks that the cards of the source machine are in. */
function ownNetworks({ interfaces }: Reads): string[] {
  return interfaces.flatMap((card) =>
    (known(card)?.subnetIds ?? []).map((id) => id.replace(/\/subnets\/[^/]+$/i, '')),
  );
}
