import { expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { PictureSize } from '#src/ui/picture/layout.ts';
import type { RestoreModel } from '#src/ui/picture/model.ts';
import { RestoreLine } from '#src/ui/picture/RestoreLine.tsx';
import { RestorePicture } from '#src/ui/picture/RestorePicture.tsx';
import { clash, KINDS, NEW_VM, STATES, unreported } from '#src/ui/picture/testing-examples.ts';
import { draw } from '#src/ui/testing-draw.tsx';

/** A restore as a picture: what is drawn, as text, and how it is used without seeing it. */

const WIDTHS: Readonly<Record<PictureSize, number>> = {
  panel: 598,
  band: 928,
  wide: 1344,
  job: 840,
  stacked: 368,
};

/** The states of a restore that was sent. */
const ENDS = [
  'running',
  'stalled',
  'canceling',
  'canceled',
  'failed',
  'done',
  'notRead',
  'outcomeUnknown',
] as const;

async function drawPicture(model: RestoreModel, size: PictureSize = 'panel') {
  const onField = vi.fn<(field: string) => void>();
  await page.viewport(1440, 900);
  await draw(
    <div style={{ width: WIDTHS[size] }}>
      <RestorePicture model={model} size={size} onField={onField} />
    </div>,
  );
  return onField;
}

const drawing = (): Element => page.getByRole('img').element();

/** The shapes of a drawing, each with its place and the signs and words that follow on it. */
function shapesOf(svg: Element): string {
  const lines: string[] = [];
  for (const element of svg.querySelectorAll('[data-look], [data-sign], text')) {
    const { look, sign, card, share, end } = Object.fromEntries(
      element
        .getAttributeNames()
        .filter((name) => name.startsWith('data-'))
        .map((name) => [name.slice(5), element.getAttribute(name)]),
    );
    if (look === undefined) lines.push(`${lines.pop() ?? ''} ${sign ?? element.textContent}`);
    else {
      const kind = [look, card === 'true' ? 'card' : null, share, end].filter(Boolean).join(' ');
      lines.push(`${kind} ${placeOf(element, svg)}:`);
    }
  }
  return lines.map((line) => line.replace(/:$/, '')).join('\n');
}

/** Left, top, width and height in the drawing. */
function placeOf(element: Element, svg: Element): string {
  const { left, top } = svg.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const [x, y, width, height] = [box.left - left, box.top - top, box.width, box.height].map(
    Math.round,
  );
  return `${String(x)},${String(y)} ${String(width)}×${String(height)}`;
}

/** The rows of the table, cell by cell. */
const tableText = (): string[] =>
  Array.from(page.getByRole('table').element().querySelectorAll('tr'), (row) =>
    Array.from(row.children, ({ textContent }) => textContent).join(' | '),
  );

for (const [kind, model] of Object.entries(KINDS)) {
  test(`a restore of the kind “${kind}” as shapes and words`, async () => {
    await drawPicture(model);
    expect(shapesOf(drawing())).toMatchSnapshot();
  });
}

for (const [state, model] of Object.entries(STATES)) {
  test(`a restore in the state “${state}” as shapes and words`, async () => {
    await drawPicture(model);
    expect(shapesOf(drawing())).toMatchSnapshot();
  });
}

for (const size of ['band', 'wide', 'job', 'stacked'] as const) {
  test(`a new VM in the size “${size}” as shapes and words`, async () => {
    await drawPicture(NEW_VM, size);
    expect(shapesOf(drawing())).toMatchSnapshot();
  });
}

/** As Review draws them: what is not on it is left out. */
const REVIEWED: Readonly<Record<string, RestoreModel>> = {
  ...Object.fromEntries(
    [
      'new VM',
      'disks',
      'replace',
      'secondary region',
      'another subscription',
      'Azure Disk',
      'Commvault in place',
      'Commvault out of place',
      'files',
      'source gone',
      'facts not known',
    ].flatMap((kind) => {
      const model = KINDS[kind];
      return model === undefined ? [] : [[kind, { ...model, state: 'review' }]];
    }),
  ),
  'replace, confirmed': {
    ...(KINDS['replace'] ?? NEW_VM),
    state: 'review',
    pins: [
      { id: 'passed', part: 'result', tone: 'ok', title: 'Passed', isElsewhere: true, links: [] },
    ],
  },
};

for (const [kind, model] of Object.entries(REVIEWED)) {
  test(`on Review, a restore of the kind “${kind}” as shapes and words`, async () => {
    await drawPicture(model, 'wide');
    expect(shapesOf(drawing())).toMatchSnapshot();
  });
}

test('a new VM on Review is 278 pixels high at most', async () => {
  await drawPicture(STATES.review, 'wide');
  expect(drawing().getBoundingClientRect().height).toBeLessThanOrEqual(278);
});

test('a message that stands elsewhere is a sign at its part, and no box', async () => {
  const model = clash(() => undefined);
  await drawPicture(
    { ...model, pins: model.pins.map((pin) => ({ ...pin, part: 'result', isElsewhere: true })) },
    'wide',
  );
  expect(page.getByText('app01 runs on this network').query()).toBeNull();
  expect(shapesOf(drawing())).toContain('warning');
});

for (const size of ['job', 'stacked'] as const) {
  for (const state of ENDS) {
    test(`a job in the state “${state}” in the size “${size}” as shapes and words`, async () => {
      await drawPicture(STATES[state], size);
      expect(shapesOf(drawing())).toMatchSnapshot();
    });
  }
}

test('a job has neither the title nor the legend of a plan, and its table is its own', async () => {
  await drawPicture(STATES.running, 'job');
  await expect.element(page.getByRole('table', { name: 'Restore' })).toBeInTheDocument();
  expect(page.getByRole('heading').elements()).toHaveLength(0);
  expect(page.getByText('Won’t be changed').elements().length).toBeGreaterThan(0);
  expect(page.getByRole('list').elements()).toHaveLength(0);
});

test.each(ENDS)('what is over has no future tense: “%s”', async (state) => {
  await drawPicture(STATES[state], 'job');
  const { done, failed, canceled, notRead } = STATES;
  const isOver = [done, failed, canceled, notRead].includes(STATES[state]);
  expect(/\bwon’t be\b|\bwill be\b/i.test(tableText().join('\n'))).toBe(!isOver);
});

test('the flat form is 150 pixels high', async () => {
  await drawPicture(NEW_VM, 'band');
  expect(drawing().getBoundingClientRect().height).toBeLessThanOrEqual(150);
});

test('in one line, every state says its one thing', async () => {
  const gone = KINDS['source gone'] ?? NEW_VM;
  const models = [...Object.values(STATES), unreported, gone];
  await draw(models.map((model) => <RestoreLine key={models.indexOf(model)} model={model} />));
  const lines = page.getByRole('img').elements();
  expect(lines).toHaveLength(models.length);
  const texts = lines.map((svg) => {
    const text = svg.nextElementSibling?.textContent ?? '';
    return `${svg.getAttribute('aria-label') ?? ''}\n${text}\n${shapesOf(svg)}`;
  });
  expect(texts.join('\n\n')).toMatchSnapshot();
});

test('an open next step is a mark at its part, which leads to it, and a row of the table says it', async () => {
  const { done } = STATES;
  const pin = {
    id: 'backup',
    part: 'result',
    tone: 'open',
    title: 'Set up backup',
    links: [],
  } as const;
  const model = { ...done, pins: [pin], result: { ...done.result, field: 'backup' } };
  const onField = await drawPicture(model, 'job');
  expect(shapesOf(drawing()).match(/ open\b/g)).toHaveLength(1);
  expect(tableText().join('\n')).toMatch(/Open: Set up backup/);
  // What is to be done stands below the picture, once.
  expect(page.getByRole('list').elements()).toHaveLength(0);
  const part = page.getByRole('button', { name: /Open: Set up backup/ });
  await part.click();
  expect(onField).toHaveBeenCalledWith('backup');
});

test('what isn’t reported is hatched, and no bar says how far it is', async () => {
  await drawPicture(unreported);
  const shapes = shapesOf(drawing());
  expect(shapes).toMatch(/^unknown \d+,\d+ \d+×\d+/m);
  expect(shapes).toMatch(/Progress not reported/);
  expect(shapes).not.toMatch(/^(filled|moving) \d+,\d+ \d+×6/m);
});

test('parts that lead to a field are buttons in reading order, and no others', async () => {
  const onField = await drawPicture(clash(() => undefined));
  const buttons = page.getByRole('button').elements();
  expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual([
    'Restore point, 3 Jun 2025, 22:05, File-system, Snapshot',
    'Virtual machine, app01-night, rg-restore-weu · West Europe, Standard_D4s_v5 · zone 1, Will be created',
    'New NIC, Dynamic address, vnet-prod-weu / default, Will be created. Warning: Same host name on the same network',
    'Choose another network',
    'Restore disks',
    'Show as table',
  ]);
  expect(drawing().querySelector('button, [tabindex]')).toBeNull();
  await userEvent.keyboard('{Tab}{Enter}{Tab}{Enter}{Tab}{Enter}');
  expect(onField.mock.calls).toEqual([['recoveryPoint'], ['name'], ['subnet']]);
  await page.getByRole('button', { name: /^New NIC/ }).click();
  expect(onField).toHaveBeenLastCalledWith('subnet');
});

test('every target of a part is at least 24 pixels wide and high', async () => {
  await drawPicture(STATES.choosing);
  const targets = page.getByRole('button').elements();
  expect(targets.length).toBeGreaterThan(2);
  for (const target of targets) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test('a message stands below the picture, with its links', async () => {
  const act = vi.fn<() => void>();
  await drawPicture(clash(act));
  const message = page.getByRole('listitem').filter({ hasText: 'Same host name' });
  await expect
    .element(message)
    .toMatchTextContent(/app01 runs on this network\. The copy has its host name\./);
  await page.getByRole('button', { name: 'Choose another network' }).click();
  expect(act).toHaveBeenCalledOnce();
});

test('several messages have the numbers of their lines', async () => {
  const model = clash(() => undefined);
  const pins = model.pins.flatMap((pin) => [pin, { ...pin, id: 'second', part: 'result' }]);
  await drawPicture({ ...model, pins });
  const marks = Array.from(drawing().querySelectorAll('text'), ({ textContent }) => textContent);
  expect(marks.slice(-2)).toEqual(['1', '2']);
});

test('the table says the same, and is there before it is shown', async () => {
  await drawPicture(clash(() => undefined));
  expect(tableText()).toMatchInlineSnapshot(`
    [
      "Part | Today | After the restore | State",
      "Source",
      "Virtual machine | app01, On, rg-app-prod, Standard_D4s_v5 · zone 1 | app01, On, rg-app-prod, Standard_D4s_v5 · zone 1 | Won’t be changed",
      "OS disk | 30 GiB | 30 GiB | Won’t be changed",
      "Data disk 0 | 126 GiB | 126 GiB | Won’t be changed",
      "Data disk 1 | 256 GiB | 256 GiB | Won’t be changed",
      "app01-nic0 | 10.20.0.4, vnet-prod-weu / default | 10.20.0.4, vnet-prod-weu / default | Won’t be changed",
      "What moves",
      "Restore point | – | 3 Jun 2025, 22:05, File-system, Snapshot | ",
      "Disk sizes | – | 412 GiB | ",
      "Expected duration | – | 40–55 min, 6 past restores | ",
      "Data loss | – | At least 1 d 4 h not in the copy | ",
      "Result",
      "Virtual machine | – | app01-night, rg-restore-weu · West Europe, Standard_D4s_v5 · zone 1 | Will be created",
      "OS disk | – | 30 GiB | Will be created",
      "Data disk 0 | – | 126 GiB | Will be created",
      "Data disk 1 | – | 256 GiB | Will be created",
      "New NIC | – | Dynamic address, vnet-prod-weu / default | Will be created. Warning: Same host name on the same network",
    ]
  `);
  const table = page.getByRole('table', { name: 'Plan' });
  expect(table.element().parentElement?.clientHeight).toBeLessThanOrEqual(1);
  const show = page.getByRole('button', { name: 'Show as table' });
  await expect.element(show).toHaveAttribute('aria-expanded', 'false');
  await show.click();
  expect(table.element().parentElement?.clientHeight).toBeGreaterThan(100);
  await expect.element(page.getByRole('button', { name: 'Hide table' })).toBeVisible();
});

test('the table of a replacement tells today’s disks from those that take their place', async () => {
  await drawPicture(KINDS['replace'] ?? NEW_VM);
  expect(tableText().slice(-9)).toMatchInlineSnapshot(`
    [
      "Result",
      "Virtual machine | – | app01, On, rg-app-prod, Standard_D4s_v5 · zone 1 | New disk. Not possible: app01 is running",
      "OS disk | – | 30 GiB | New disk",
      "Data disk 0 | – | 126 GiB | New disk",
      "Data disk 1 | – | 256 GiB | New disk",
      "OS disk | 30 GiB | 30 GiB | Detached, kept",
      "Data disk 0 | 126 GiB | 126 GiB | Detached, kept",
      "Data disk 1 | 256 GiB | 256 GiB | Detached, kept",
      "app01-nic0 | 10.20.0.4, vnet-prod-weu / default | 10.20.0.4, vnet-prod-weu / default | Won’t be changed",
    ]
  `);
});

test('a source that is gone shows as gone', async () => {
  await drawPicture(KINDS['source gone'] ?? NEW_VM);
  expect(tableText()[2]).toBe('old-crm-01 | old-crm-01 | – | No longer exists');
});

test('what isn’t known shows the name of its fact', async () => {
  await drawPicture(KINDS['facts not known'] ?? NEW_VM);
  const text = tableText().join('\n');
  expect(text).toMatch(/Disks of the VM \| Not known: Disks of the VM/);
  expect(text).toMatch(/Will be created\. Not checked: host name/);
});

test('the image is named by the plan’s sentence', async () => {
  await drawPicture(NEW_VM);
  await expect.element(page.getByRole('img')).toHaveAccessibleName(NEW_VM.sentence);
});

test('no text is smaller than 12 pixels, and long names are cut with their whole in a tooltip', async () => {
  const long = 'a-virtual-machine-whose-name-is-longer-than-its-card';
  const result = { ...NEW_VM.result, title: { is: 'known', value: long } } as const;
  await drawPicture({ ...NEW_VM, result });
  const texts = Array.from(drawing().querySelectorAll('text'));
  for (const text of texts) {
    expect(Number.parseFloat(getComputedStyle(text).fontSize)).toBeGreaterThanOrEqual(12);
  }
  expect(texts.map(({ textContent }) => textContent)).toContainEqual(
    expect.stringMatching(/^a-virtual-mach.*…$/),
  );
  await expect
    .element(page.getByRole('button', { name: /^Virtual machine/ }))
    .toHaveAttribute('title', long);
});

test('where colors are forced, fates are lines', async () => {
  const replaced = KINDS['Commvault in place'] ?? NEW_VM;
  await drawPicture(replaced);
  const frame = (look: string, index = 0) =>
    getComputedStyle(
      drawing().querySelector(`[data-look="${look}"][data-card="false"]`)?.children[index] ??
        drawing(),
    );
  expect(frame('new').strokeWidth).toBe('2px');
  expect(frame('lost', 2).display).toBe('none');
  const features = (value: string) => ({ features: [{ name: 'forced-colors', value }] });
  await cdp().send('Emulation.setEmulatedMedia', features('active'));
  expect(frame('new').strokeWidth).toBe('3px');
  expect(frame('lost', 1).display).toBe('none');
  expect(frame('lost', 2).display).toBe('inline');
  await cdp().send('Emulation.setEmulatedMedia', features(''));
});

test('disks that stay beside are named also where those of the restore aren’t read', async () => {
  const replace = KINDS['replace'];
  const { result } = replace ?? NEW_VM;
  await drawPicture({ ...NEW_VM, result: { ...result, disks: { is: 'unknown', fact: 'Disks' } } });
  const places = [...drawing().querySelectorAll('text')].map((text) => text.getAttribute('y'));
  expect(places.length).toBeGreaterThan(3);
  expect(places.filter((y) => !Number.isFinite(Number(y)))).toEqual([]);
});
