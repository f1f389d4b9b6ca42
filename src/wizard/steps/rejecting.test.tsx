import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { STEPS_OF_DISK } from '#src/datasources/azure-disk/fields.ts';
import { diskView, type DiskView } from '#src/datasources/azure-disk/model.ts';
import { diskPlanOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskRestoreTask } from '#src/datasources/azure-disk/restore.ts';
import { draftWith, reads } from '#src/datasources/azure-disk/testing.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';
import type { StepId } from '#src/rules/fields.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { draw, pressAnyway } from '#src/ui/testing-draw.tsx';
import { ReviewStep } from '#src/wizard/review/ReviewStep.tsx';
import { FieldStep } from '#src/wizard/steps/FieldStep.tsx';
import { stepStates } from '#src/wizard/steps/flow.ts';
import { ReviewForm } from '#src/wizard/steps/step-form.tsx';
import type { FormProps, ReviewParts, TaskSpec } from '#src/wizard/task.ts';

/** The frame holds back what a task rejects, also where the forms and reasons of the task forget it. */

/** A form that refuses nothing. */
const CarelessForm = ({ formId, onNext }: FormProps) => (
  <ReviewForm formId={formId} onNext={onNext} />
);
const panel = async () => CarelessForm;
const notHere = () => Promise.reject(new Error('No test goes there.'));
const task: TaskSpec<StepId, DiskReads, DiskView> = {
  ...diskRestoreTask,
  planOf: (view) => ({ ...diskPlanOf(view), expected: null, renderExpected: undefined }),
  Picture: undefined,
  panels: {
    instance: panel,
    'restore-point': panel,
    configuration: panel,
    'network-access': panel,
  },
  review: notHere,
  sent: notHere,
  remarks: undefined,
};
const frame = { task, Remarks: undefined };
// What is stored is of an account.
beforeEach(() => setOwner(TEST_OWNER));

function given(diskName: string, id: StepId) {
  const view = diskView(draftWith({ diskName }), reads, 'succeeded');
  const steps = stepStates(STEPS_OF_DISK, view);
  const here = steps.find((step) => step.id === id);
  if (here === undefined) throw new Error('There is no such step.');
  const goTo = vi.fn<(step: string, field?: string) => void>();
  return { view, steps, here, goTo, stepsNow: () => steps, onJob: vi.fn<() => void>() };
}

test.each([
  ['a good disk name', 'good', [['review']]],
  ['a name that Azure rejects', 'bad.', [['configuration', 'diskName']]],
])('with %s Next leads on, or to its field', async (_, diskName, led) => {
  const props = given(diskName, 'configuration');
  await draw(<FieldStep {...frame} {...props} Panel={CarelessForm} />);
  await page.getByRole('button', { name: /^Next/ }).click();
  expect(props.goTo.mock.calls).toEqual(led);
});

test.each([
  ['a good disk name', 'good', 2, 0],
  ['a name that Azure rejects', 'bad.', 0, 1],
])('with %s Restore sends or says why not', async (_, diskName, times, said) => {
  const start = vi.fn<() => void>();
  const parts: ReviewParts = {
    press: { reason: null, needs: [], confirmedChoices: draftWith({ diskName }).choices, start },
    pinned: [],
    renderPanel: CarelessForm,
  };
  await draw(<ReviewStep {...frame} {...given(diskName, 'review')} {...parts} />);
  pressAnyway(page.getByRole('button', { name: 'Restore', exact: true }));
  // Enter in a field submits whatever the button is.
  document.querySelector('form')?.requestSubmit();
  expect(start).toHaveBeenCalledTimes(times);
  expect(page.getByText(diskFlow.parameters.badName).all()).toHaveLength(said);
});
