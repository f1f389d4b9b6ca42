import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { warm } from '#src/api/queries/warm.ts';
import { boxesQuery } from '#src/api/toy/queries/shelf.ts';
import type { InstancePageOf, InstancePageProps } from '#src/datasources/pages.ts';
import { gib } from '#src/lib/bytes.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { toyLists } from '#src/strings/toy/lists.ts';
import { CommandBar } from '#src/ui/CommandBar.tsx';
import { FactGrid } from '#src/ui/instance/FactGrid.tsx';
import { FactsPanel } from '#src/ui/instance/FactsPanel.tsx';
import { InstanceLayout } from '#src/ui/instance/InstanceLayout.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = toyLists.boxes;

/** A box: its facts, and the way to restore it. */
function ToyInstance({ id, address, also }: InstancePageProps) {
  const boxes = useQuery(boxesQuery());
  const box = boxes.data?.find((one) => sameId(one.id, id));
  const latest = box?.points[0];
  return (
    <>
      <PageHeader title={box?.name ?? id} />
      <CommandBar label={instance.commands}>
        <RouterButton to="/restore/new" search={{ instance: address }} preload={false}>
          {common.restore}
        </RouterButton>
      </CommandBar>
      {also}
      <Loaded query={boxes} problemOf={problemOf} what={words.what}>
        {() =>
          box === undefined ? (
            <EmptyState title={words.notThere} />
          ) : (
            <InstanceLayout
              facts={
                <FactsPanel>
                  <FactGrid
                    facts={[
                      [words.heads.size, gib(box.sizeBytes)],
                      [instance.facts.points, countText(box.points.length)],
                      [
                        words.heads.latest,
                        latest === undefined ? words.noPoint : dateTimeText(latest.time),
                      ],
                    ]}
                  />
                </FactsPanel>
              }
              stale={boxes.error === null ? null : problemOf(boxes.error).message}
            >
              {null}
            </InstanceLayout>
          )
        }
      </Loaded>
    </>
  );
}

/** The page of a box. */
export const instancePage: InstancePageOf = {
  warm: (queries) => warm(queries, boxesQuery()),
  Page: ToyInstance,
};
