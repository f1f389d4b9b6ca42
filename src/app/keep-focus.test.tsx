import { type ReactNode, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { keepFocusIn } from '#src/app/keep-focus.ts';
import { draw, pressAnyway } from '#src/ui/testing-draw.tsx';

let end = (): void => undefined;
afterEach(() => end());

/** Draws a page as the application does: what has the focus there keeps it in the page. */
async function drawPage(content: ReactNode): Promise<void> {
  const { container } = await draw(content);
  end = keepFocusIn(container);
}

const heading = (name: string) => page.getByRole('heading', { name });
const press = async (name: string) => {
  const button = page.getByRole('button', { name });
  button.element().focus();
  await button.click();
};

/** Two sections; each draft of the second is gone by its own press. */
function Drafts() {
  const [names, setNames] = useState(['app01', 'hr-db-01']);
  return (
    <>
      <h1 tabIndex={-1}>Overview</h1>
      <section aria-label="Drafts">
        <h2>Drafts</h2>
        {names.map((name) => (
          <p key={name}>
            {name}
            <button
              type="button"
              onClick={() => setNames((all) => all.filter((one) => one !== name))}
            >
              Discard {name}
            </button>
          </p>
        ))}
      </section>
    </>
  );
}

test('a button that is gone by its own press hands the focus to the heading of its place', async () => {
  await drawPage(<Drafts />);
  await press('Discard hr-db-01');
  await expect.element(heading('Drafts')).toHaveFocus();
  await press('Discard app01');
  await expect.element(heading('Drafts')).toHaveFocus();
});

/** A list whose command gives way to what came of it. */
function Check({ isFound }: { readonly isFound: boolean }) {
  const [isChecked, setChecked] = useState(false);
  return (
    <>
      <h2>Permissions</h2>
      <div>
        {isChecked ? (
          isFound && (
            <p data-arrival tabIndex={-1}>
              1 check failed
            </p>
          )
        ) : (
          <button type="button" onClick={() => setChecked(true)}>
            Check again
          </button>
        )}
      </div>
    </>
  );
}

test('what has come instead takes the focus first', async () => {
  await drawPage(<Check isFound />);
  await press('Check again');
  await expect.element(page.getByText('1 check failed')).toHaveFocus();
});

test('a place without a heading leaves it to the heading above', async () => {
  await drawPage(<Check isFound={false} />);
  await press('Check again');
  await expect.element(heading('Permissions')).toHaveFocus();
});

/** A question over the page that takes its opener away with it. */
function Question() {
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  return (
    <>
      <h2>Restores in progress</h2>
      {state !== 'done' && (
        <button type="button" onClick={() => setState('open')}>
          Discard
        </button>
      )}
      {state === 'open' && (
        <div role="dialog" aria-label="Discard the draft">
          <button type="button" onClick={() => setState('closed')}>
            Keep
          </button>
          <button type="button" onClick={() => setState('done')}>
            Confirm
          </button>
        </div>
      )}
    </>
  );
}

test('what closes over the page leaves the focus where it was before, or at the heading there', async () => {
  await drawPage(<Question />);
  await press('Discard');
  await press('Keep');
  await expect.element(page.getByRole('button', { name: 'Discard' })).toHaveFocus();
  await press('Discard');
  await press('Confirm');
  await expect.element(heading('Restores in progress')).toHaveFocus();
});

test('who leaves an element by their own will is left alone', async () => {
  await drawPage(<Drafts />);
  const button = page.getByRole('button', { name: 'Discard app01' });
  button.element().focus();
  button.element().blur();
  // What goes away now has no focus.
  pressAnyway(button);
  await expect.element(button).not.toBeInTheDocument();
  expect(document.activeElement).toBe(document.body);
});
