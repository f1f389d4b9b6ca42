import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ComponentProps } from 'react';
import type { Loaded } from '#src/lib/load.ts';
import { draw } from '#src/ui/testing-draw.tsx';
import { StepPlace } from '#src/wizard/TaskWizard.tsx';
import { WithPlan } from '#src/wizard/WizardFrame.tsx';
import type { StepNow } from '#src/wizard/steps/task-steps.ts';

const onItsWay: Loaded<string> = { state: 'loading' };
const arrived: Loaded<string> = { state: 'loaded', code: 'Configuration' };

/** A step on a page with a title and a field of search. */
function Page({ loaded }: { readonly loaded: Loaded<string> }) {
  return (
    <>
      <h1 tabIndex={-1}>Restore app01</h1>
      <input aria-label="Search" />
      <StepPlace part="configuration" kind="AzureIaasVM" loaded={loaded}>
        {(title) => (
          <h2 data-arrival tabIndex={-1}>
            {title}
          </h2>
        )}
      </StepPlace>
    </>
  );
}

const step = () => page.getByRole('heading', { name: 'Configuration' });

test('the heading of a step that arrives takes the focus, where it waits at the title', async () => {
  const { rerender } = await draw(<Page loaded={onItsWay} />);
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  expect(step().query()).toBeNull();
  page.getByRole('heading', { name: 'Restore app01' }).element().focus();
  await rerender(<Page loaded={arrived} />);
  await expect.element(step()).toHaveFocus();
  expect(page.getByRole('progressbar').query()).toBeNull();
});

test('who types in the search as a step arrives goes on typing there', async () => {
  const { rerender } = await draw(<Page loaded={onItsWay} />);
  const search = page.getByRole('textbox', { name: 'Search' });
  await search.click();
  await userEvent.keyboard('app');
  await rerender(<Page loaded={arrived} />);
  await expect.element(step()).toBeVisible();
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('01');
  await expect.element(search).toHaveValue('app01');
});

type PlanOfStep = NonNullable<ComponentProps<typeof WithPlan>['plan']>;

const steps: readonly StepNow[] = [
  { id: 'restore-point', title: 'Restore point', fields: ['point'], state: { state: 'done' } },
  {
    id: 'configuration',
    title: 'Configuration',
    fields: ['restoreType'],
    state: { state: 'todo' },
  },
];

const planAt = (id: string): PlanOfStep => ({
  sentence: 'Creates a VM.',
  line: 'Creates a VM',
  lost: [],
  findings: { refused: [], warned: [], notChecked: [] },
  wayTo: () => null,
  isShownAtOnce: () => false,
  fieldLabel: (field) => field,
  step: id,
  goTo: () => undefined,
  renderPicture: () => null,
});

test.each([
  ['nothing', null],
  ['a picture', planAt('configuration')],
])('a step stands where the one before stood when %s takes the place of words', async (_, next) => {
  const at = (plan: PlanOfStep | null) => (
    <WithPlan plan={plan} steps={steps} isStepThere={false}>
      <h2>Step</h2>
    </WithPlan>
  );
  const { rerender } = await draw(at(planAt('restore-point')));
  const heading = page.getByRole('heading', { name: 'Step' }).element();
  await rerender(at(next));
  expect(heading.isConnected).toBe(true);
});
