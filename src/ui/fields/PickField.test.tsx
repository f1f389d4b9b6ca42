import { useForm } from 'react-hook-form';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { blockedBy, draw, pressAnyway } from '#src/ui/testing-draw.tsx';

interface Values {
  instance: string | null;
}

const machines = ['app01', 'build-agent-04', 'classic-crm'];

const RULE = 'No restore points.';

/** A table of machines, of which the second can't be chosen. */
function Instances() {
  const { control, setError, setFocus } = useForm<Values>({ defaultValues: { instance: null } });
  return (
    <>
      <PickField<Values, string>
        control={control}
        name="instance"
        label="Backup instance"
        firstHead="Name"
        columns={[{ head: 'Region', cell: () => 'West Europe' }]}
        rows={machines}
        valueOf={(name) => name}
        nameOf={(name) => name}
        errorText={(code) => `Wrong: ${code}`}
        blockedOf={(name) => (name === 'build-agent-04' ? blockedBy(RULE) : undefined)}
      />
      <button type="button" onClick={() => setError('instance', { message: 'instance.required' })}>
        Next
      </button>
      <button type="button" onClick={() => setFocus('instance')}>
        Lead there
      </button>
    </>
  );
}

const radio = (name: string) => page.getByRole('radio', { name });
const row = (name: string) => page.getByRole('row', { name, exact: true });
const group = () => page.getByRole('radiogroup', { name: 'Backup instance' });
const why = () => page.getByRole('button', { name: 'Why isn’t build-agent-04 possible?' });
const opened = () => page.getByRole('group', { name: 'build-agent-04 isn’t possible.' });

const widths = { wide: [1280, 720], narrow: [400, 800] } as const;

afterEach(async () => page.viewport(...widths.wide));

describe.for(Object.entries(widths))('a table of radios, %s', ([, [width, height]]) => {
  test('a row is called by its name, and says that it is chosen', async () => {
    await page.viewport(width, height);
    await draw(<Instances />);
    const selected = () =>
      page
        .getByRole('row', { selected: true })
        .elements()
        .map((one) => one.getAttribute('aria-label'));
    expect(selected()).toEqual([]);
    await radio('classic-crm').click();
    await expect.element(radio('classic-crm')).toBeChecked();
    expect(selected()).toEqual(['classic-crm']);
    const table = page.getByRole('table', { name: 'Backup instance' });
    await expect
      .element(table.getByRole('row', { selected: true }).getByRole('cell').getByRole('radio'))
      .toBeChecked();
  });
});

test('a press anywhere in a row is one on its radio', async () => {
  await draw(<Instances />);
  await row('classic-crm').getByText('West Europe').click();
  await expect.element(radio('classic-crm')).toBeChecked();
  await expect.element(radio('classic-crm')).toHaveFocus();
  await row('build-agent-04').getByText('West Europe').click();
  await expect.element(opened()).toBeVisible();
  await expect.element(radio('classic-crm')).toBeChecked();
});

describe('a row that can’t be chosen', () => {
  test('is read by the arrow keys, and not chosen', async () => {
    await draw(<Instances />);
    await radio('app01').click();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('build-agent-04')).toHaveFocus();
    await expect.element(radio('build-agent-04')).not.toBeChecked();
    await expect.element(radio('app01')).toBeChecked();
    // Why it cannot be chosen has opened in a row of its own below, without the focus.
    await expect.element(opened()).toMatchTextContent(RULE);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('classic-crm')).toBeChecked();
    expect(opened().query()).toBeNull();
  });

  test('is not chosen by a press', async () => {
    await draw(<Instances />);
    pressAnyway(radio('build-agent-04'));
    await expect.element(opened()).toBeVisible();
    await expect.element(radio('build-agent-04')).not.toBeChecked();
    await expect.element(radio('build-agent-04')).toHaveAttribute('aria-disabled', 'true');
  });

  test('why opens under its own row, takes the focus, and closes to its row', async () => {
    await draw(<Instances />);
    await why().click();
    await expect.element(opened()).toHaveFocus();
    const [link, block] = [why().element(), opened().element()].map((one) =>
      one.getBoundingClientRect(),
    );
    expect((block?.y ?? 0) - (link?.y ?? 0)).toBeLessThan(80);
    expect(block?.y).toBeLessThan(row('classic-crm').element().getBoundingClientRect().y);
    expect(block?.width).toBeGreaterThan(500);
    await page.getByRole('button', { name: 'Hide why' }).click();
    expect(opened().query()).toBeNull();
    await expect.element(why()).toHaveFocus();
  });
});

test('the table is described by what it lacks, without an alert of its own', async () => {
  await draw(<Instances />);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(group()).toHaveAccessibleDescription('Wrong: instance.required');
  expect(page.getByRole('alert').query()).toBeNull();
});

test('a form that leads to it comes to its first radio', async () => {
  await draw(<Instances />);
  await page.getByRole('button', { name: 'Lead there' }).click();
  await expect.element(radio('app01')).toHaveFocus();
});
