import { test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';
import { readsThrough } from '#src/wizard/submit/testing.ts';
import { scenarioIds } from '#src/model/scenario.ts';
import { waysFor } from '#src/wizard/ways/ways-for.ts';
test('x', async () => {
  const { azure } = testAzure('default');
  const arm = testArm((r) => azure.fetch(r)).arm;
  for (const { id } of defaultWorld.instances) {
    const reads = await readsThrough(arm, { ...newDraft('d', 0).choices, instance: id });
    console.log('##', id.split(';').at(-1), id.split('/')[8]);
    for (const s of scenarioIds) {
      const w = waysFor(s, reads, null);
      console.log(
        '  ',
        s,
        [w.first, ...w.others]
          .map((x) =>
            x === null
              ? '-'
              : `${x.kind}:${x.state}@${x.point?.tier}${x.passedOver ? '!' : ''}[${x.reasons.map((r) => r.rule.slice(0, 60)).join('|')}]${x.notChecked.join('|')}${x.choices.zone ?? ''}`,
          )
          .join('\n       '),
      );
    }
  }
  const t0 = performance.now();
  console.log(performance.now() - t0);
});
