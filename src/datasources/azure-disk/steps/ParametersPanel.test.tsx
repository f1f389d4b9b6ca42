import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { diskView } from '#src/datasources/azure-disk/model.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { ParametersPanel } from '#src/datasources/azure-disk/steps/ParametersPanel.tsx';
import { draftWith, known, reads, SUB } from '#src/datasources/azure-disk/testing.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';
import { draw } from '#src/ui/testing-draw.tsx';

const OTHER = '11111111-2222-3333-4444-555555555555';

/** The step with two subscriptions to choose from, of which the draft has one. */
function Parameters({
  groups,
  rg,
  onNext,
}: {
  readonly groups: DiskReads['groups'];
  readonly rg: string | null;
  readonly onNext: () => void;
}) {
  const subscriptions = known([
    { id: SUB, name: 'Production', tenantId: 't' },
    { id: OTHER, name: 'Sandbox', tenantId: 't' },
  ]);
  const draft = draftWith({ subscription: OTHER, rg });
  const view = diskView(draft, { ...reads, subscriptions, groups }, 'none');
  return (
    <>
      <ParametersPanel view={view} formId="step" onNext={onNext} goTo={() => undefined} />
      <button type="submit" form="step">
        Next
      </button>
    </>
  );
}

const group = () => page.getByRole('combobox', { name: 'Target resource group' });

beforeEach(() => setOwner(TEST_OWNER));

test('a target subscription that can’t be read says so, and isn’t left without a group', async () => {
  const onNext = vi.fn<() => void>();
  const { rerender } = await draw(
    <Parameters groups={{ state: 'forbidden' }} rg={null} onNext={onNext} />,
  );
  await expect
    .element(group())
    .toHaveAccessibleDescription(/You don’t have permission to view this\./);
  await userEvent.click(page.getByRole('button', { name: 'Next' }));
  await expect.element(group()).toHaveAttribute('aria-invalid', 'true');
  expect(onNext).not.toHaveBeenCalled();
  await rerender(<Parameters groups={reads.groups} rg="rg-dr" onNext={onNext} />);
  await expect.element(group()).not.toHaveAccessibleDescription(/permission/);
  await userEvent.click(page.getByRole('button', { name: 'Next' }));
  await expect.poll(() => onNext.mock.calls).toHaveLength(1);
});
