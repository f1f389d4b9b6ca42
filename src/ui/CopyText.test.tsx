import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CopyBlock } from '#src/ui/code.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

const HOSTILE = 'rsv-<img src=x>\u202Egpj.exe';

/** The browser takes what is copied, or refuses. */
function clipboard(takes: boolean) {
  return vi
    .spyOn(navigator.clipboard, 'writeText')
    .mockImplementation(async () => (takes ? undefined : Promise.reject(new Error('no'))));
}

afterEach(() => getSelection()?.removeAllRanges());

const cases = {
  'an id': <CopyText label="Vault ID" text={HOSTILE} />,
  'lines of code': <CopyBlock label="Vault ID" text={HOSTILE} />,
};

describe.for(Object.entries(cases))('%s', ([, drawn]) => {
  test('is copied letter for letter, and the button says so', async () => {
    const write = clipboard(true);
    await draw(drawn);
    await page.getByRole('button', { name: 'Copy Vault ID' }).click();
    await expect.element(page.getByRole('button', { name: 'Copied Vault ID' })).toHaveFocus();
    expect(write.mock.calls).toEqual([[HOSTILE]]);
    expect(page.getByRole('alert').query()).toBeNull();
  });

  test('is selected to copy by hand where the browser does not copy', async () => {
    clipboard(false);
    await draw(drawn);
    await page.getByRole('button', { name: 'Copy Vault ID' }).click();
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('Your browser didn’t allow copying.');
    expect(getSelection()?.toString()).toBe(HOSTILE);
    await expect.element(page.getByRole('button', { name: 'Copy Vault ID' })).toHaveFocus();
  });

  test('shows what is hidden in it, and is no markup', async () => {
    await draw(drawn);
    await expect
      .element(page.getByRole('main'))
      .toMatchTextContent('rsv-<img src=x>[U+202E]gpj.exe');
    expect(
      page
        .getByRole('img')
        .elements()
        .filter((one) => one.matches('img')),
    ).toEqual([]);
  });
});

test('lines of code can be reached by keyboard, to scroll in them', async () => {
  await draw(cases['lines of code']);
  const code = page.getByRole('group', { name: 'Vault ID' });
  await expect.element(code).toHaveAttribute('tabindex', '0');
  await expect.element(code).toMatchTextContent('rsv-<img src=x>');
});
