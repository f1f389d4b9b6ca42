import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmTargetSubscription } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  offersThrough,
  placeThrough,
  sourceThrough,
} from '#src/datasources/azure-vm/request/testing.ts';
import { grantScopes, targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import { targetRegion } from '#src/datasources/azure-vm/target.ts';
import { known } from '#src/wizard/read.ts';

/** Reads what the wizard would have read for some choices. */
export type ReadFor = (choices: VmChoices) => Promise<Reads>;

const nothing = newDraft('draft', 0).choices;

/** As `readsThrough`, each thing once: for a world that is not changed by anything that counts. */
export function rememberedReads(arm: ArmPipelines): ReadFor {
  const sources = memory<Reads>();
  const offers = memory<Awaited<ReturnType<typeof offersThrough>>>();
  const places = memory<Awaited<ReturnType<typeof placeThrough>>>();
  return async (choices) => {
    const source = await sources([choices.instance, choices.regionView], () =>
      sourceThrough(arm, choices),
    );
    // Lists are those of the subscription that was chosen, whatever the kind of restore makes of it.
    const { instance, subscription, regionView } = choices;
    const plain = { ...nothing, instance, subscription, regionView };
    const listed = vmTargetSubscription(plain, source) || null;
    const own = known(source.instance)?.subscriptionId;
    const offered = {
      ...source,
      ...(await offers([listed, own], () => offersThrough(arm, listed, source))),
    };
    const target = vmTargetSubscription(choices, offered) || null;
    const place = await places(placeKey(target, choices, offered), () =>
      placeThrough(arm, target, choices, offered),
    );
    return { ...offered, ...place };
  };
}

/** All that `placeThrough` asks by. */
function placeKey(target: string | null, choices: VmChoices, source: Reads): unknown[] {
  const scopes = grantScopes(choices, source, target ?? '');
  return [
    target,
    targetScope(choices, source, target ?? ''),
    choices.option === 'createVm' && targetRegion(choices, source),
    scopes.principalId !== null && scopes,
  ];
}

function memory<Value>() {
  const done = new Map<string, Promise<Value>>();
  return (key: readonly unknown[], read: () => Promise<Value>): Promise<Value> => {
    const text = JSON.stringify(key).toLowerCase();
    const found = done.get(text) ?? read();
    done.set(text, found);
    return found;
  };
}
