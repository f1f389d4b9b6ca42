import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepToOnePress } from '#src/lib/browser.ts';
import { draw, pressAnyway } from '#src/ui/testing-draw.tsx';
import { StepList } from '#src/wizard/WizardFrame.tsx';
import { RestoreButton } from '#src/wizard/review/ReviewStep.tsx';
import { StepButtons } from '#src/wizard/steps/FieldStep.tsx';
import { ReviewForm } from '#src/wizard/steps/step-form.tsx';
import type { Need } from '#src/wizard/task.ts';
import type { StepNow } from '#src/wizard/steps/task-steps.ts';

const step = (id: string, title: string, state: 'done' | 'todo' | 'blocked'): StepNow => ({
  id,
  title,
  fields: [],
  state: { state },
});

const steps = [
  step('datasource', 'Datasource', 'done'),
  step('instance', 'Backup instance', 'done'),
  step('configuration', 'Configuration', 'blocked'),
  step('review', 'Review + restore', 'todo'),
];

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the buttons of a step', () => {
  const draws = async (at: number) => {
    const [onNext, goTo] = [vi.fn<() => void>(), vi.fn<(step: string) => void>()];
    await draw(
      <>
        <ReviewForm formId="form" onNext={onNext} />
        <StepButtons
          step={steps[at]?.id ?? ''}
          steps={steps}
          after={steps[at + 1] ?? null}
          formId="form"
          goTo={goTo}
        />
      </>,
    );
    return { onNext, goTo };
  };

  test('lead back, on and to Review', async () => {
    const { onNext, goTo } = await draws(1);
    await button('Next: Configuration').click();
    expect(onNext).toHaveBeenCalledOnce();
    expect(goTo).not.toHaveBeenCalled();
    await button('Previous').click();
    await button('Review + restore').click();
    expect(goTo.mock.calls).toEqual([['datasource'], ['review']]);
  });

  test('have no way back at the first step', async () => {
    await draws(0);
    expect(page.getByRole('button', { name: /^Next/ }).elements()).toHaveLength(1);
    expect(button('Previous').query()).toBeNull();
  });

  test('have none on at the last', async () => {
    await draws(3);
    await expect.element(button('Previous')).toBeVisible();
    expect(page.getByRole('button', { name: /^Next/ }).elements()).toHaveLength(0);
  });

  test('are used by Enter and the space bar', async () => {
    const { onNext, goTo } = await draws(1);
    await userEvent.tab();
    await expect.element(button('Previous')).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(goTo.mock.calls).toEqual([['datasource']]);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onNext).toHaveBeenCalledOnce();
  });
});

describe('Restore', () => {
  const toNeed = vi.fn<(need: Need) => void>();
  const draws = async (reason: string | null, needs: readonly Need[] = []) => {
    const onNext = vi.fn<() => void>();
    await draw(
      <>
        <ReviewForm formId="form" onNext={onNext} />
        <RestoreButton formId="form" label={undefined} {...{ reason, needs, toNeed }} />
      </>,
    );
    return onNext;
  };

  test('restores at one press', async () => {
    const onNext = await draws(null);
    await button('Restore').click();
    expect(onNext).toHaveBeenCalledOnce();
  });

  test('the second click of a double click sends nothing', async () => {
    const onNext = await draws(null);
    await userEvent.dblClick(button('Restore'));
    expect(onNext).toHaveBeenCalledOnce();
    await userEvent.tripleClick(button('Restore'));
    expect(onNext).toHaveBeenCalledTimes(2);
  });

  test('an Enter that is held restores once', async () => {
    document.addEventListener('keydown', keepToOnePress, { capture: true });
    const onNext = await draws(null);
    button('Restore').element().focus();
    await userEvent.keyboard('{Enter>8/}');
    document.removeEventListener('keydown', keepToOnePress, { capture: true });
    expect(onNext).toHaveBeenCalledOnce();
  });

  test('that is held says why, has the focus, and sends nothing', async () => {
    const onNext = await draws('Validation is still running.');
    await expect.element(button('Restore')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByText('Validation is still running.')).toBeVisible();
    pressAnyway(button('Restore'));
    button('Restore').element().focus();
    await userEvent.keyboard('{Enter} ');
    await expect.element(button('Restore')).toHaveFocus();
    expect(onNext).not.toHaveBeenCalled();
  });

  const need = (text: string, isHolding: boolean): Need => ({
    text,
    tone: 'waiting',
    place: { id: text },
    isHolding,
  });

  test('names what it needs, each a way there, and nothing where it needs nothing', async () => {
    const missing = [need('Resource group', false), need('Core quota', true)];
    const onNext = await draws('Loading.', missing);
    const list = page.getByRole('list', { name: 'Restore needs' });
    const names = list.getByRole('button').elements();
    expect(names.map(({ textContent }) => textContent)).toEqual(['Resource group', 'Core quota']);
    // What leads somewhere comes before what only waits.
    expect(page.getByText('Loading.').query()).toBeNull();
    await list.getByRole('button', { name: 'Core quota' }).click();
    expect(toNeed).toHaveBeenLastCalledWith(missing[1]);
    pressAnyway(button('Restore'));
    expect(onNext).not.toHaveBeenCalled();
  });

  test('what a press names doesn’t hold it', async () => {
    const onNext = await draws(null, [need('Resource group', false)]);
    await button('Restore').click();
    expect(onNext).toHaveBeenCalledOnce();
  });

  test('without needs there is no list', async () => {
    await draws(null);
    expect(page.getByText('Restore needs').query()).toBeNull();
  });
});

describe('the list of steps', () => {
  /** The list, which goes where it is led. */
  function Steps({ visited }: { readonly visited: readonly string[] }) {
    const [current, setCurrent] = useState('instance');
    return <StepList current={current} visited={visited} steps={steps} goTo={setCurrent} />;
  }

  const entries = () => page.getByRole('navigation').getByRole('listitem').getByRole('button');
  const names = () =>
    entries()
      .elements()
      .map((one) => one.getAttribute('aria-label'));

  test('has every step, each with its state, visited or not', async () => {
    await draw(<Steps visited={['configuration']} />);
    expect(names()).toEqual([
      'Datasource, complete',
      'Backup instance, complete',
      'Configuration, has errors',
      'Review + restore, incomplete',
    ]);
  });

  test('says which one is open, and leads to any', async () => {
    await draw(<Steps visited={[]} />);
    await expect.element(entries().nth(1)).toHaveAttribute('aria-current', 'step');
    await entries().nth(3).click();
    await expect.element(entries().nth(3)).toHaveAttribute('aria-current', 'step');
    await expect.element(entries().nth(1)).not.toHaveAttribute('aria-current');
    await expect.element(entries().nth(3)).toHaveFocus();
  });

  test('keeps the names of steps for readers where there is room for one alone', async () => {
    await page.viewport(400, 800);
    await draw(<Steps visited={[]} />);
    await expect.element(page.getByRole('button', { name: /^Datasource/ })).toBeVisible();
    expect(names()).toHaveLength(4);
    await page.viewport(1280, 720);
  });
});
