import { expect } from 'playwright/test';
import { allPosts, type Played, test as cutTest } from '../cut-fixtures.ts';
import { lostAnswer } from '../drivers/faults.ts';
import { app01Beside, configureByHand } from '../drivers/restores.ts';
import type { Screens } from '../drivers/screens.ts';
import { sources } from '../drivers/world.ts';
import { test } from '../live-fixtures.ts';
import { proves } from '../set.ts';

/** A press of Restore starts one restore, also where the browser itself repeats requests. */

/**
 * Replay without streams: the connection was used before and ends before the answer, and the browser can
 * read the body again.
 */
const isReplay = ({ connection, body, cut }: Played): boolean =>
  connection === 'reused' && body === 'text' && ['after headers', 'after body'].includes(cut);

const nameOf = ({ protocol, connection, body, cut }: Played): string =>
  [protocol, connection, body, cut].join(', ');

cutTest(
  'the browser repeats a POST only where its body is no stream',
  { tag: proves('what starts something leaves as a stream') },
  async ({ play }) => {
    const played = await play(allPosts());
    const repeated = played.filter(({ starts }) => starts > 1);
    expect(repeated.filter((row) => !isReplay(row)).map(nameOf)).toEqual([]);
    expect(Math.max(...played.map(({ starts }) => starts))).toBeLessThanOrEqual(2);
    // What says that the server counts, that cuts happen, and which way is open to streams.
    expect(repeated.length).toBeGreaterThan(0);
    const uncut = played.filter(({ cut }) => cut === 'never');
    expect(uncut.filter(({ isAnswered }) => !isAnswered).map(nameOf)).toEqual([
      'HTTP/1.1, fresh, stream, never',
      'HTTP/1.1, reused, stream, never',
    ]);
    const streamsOverOld = played.filter(
      (row) => row.protocol === 'HTTP/1.1' && row.body === 'stream',
    );
    expect(streamsOverOld.filter(({ starts }) => starts > 0).map(nameOf)).toEqual([]);
  },
);

/** The disks of app01 at Review, chosen by hand. */
async function fillDisks(screens: Screens): Promise<void> {
  await configureByHand(screens, sources.app01);
  await screens.wizard.fillTarget({ group: app01Beside.group, staging: app01Beside.staging });
  await screens.wizard.next('review');
}

test.describe('the connection ends when Restore request accepted', () => {
  test.beforeEach(async ({ visitor, screens, world }) => {
    await visitor.arrive('/instances');
    await fillDisks(screens);
    await world.azure.append([{ type: 'fault-added', at: world.clock.now(), fault: lostAnswer }]);
  });

  test('it runs once, and its job is found', async ({ screens, world }) => {
    await screens.wizard.restore();
    await screens.job.expectOpen('Restore of app01');
    await screens.shell.expectText('Job found by search');
    expect((await world.azure.state()).restores).toHaveLength(1);
  });

  test.describe('over HTTP/1.1', () => {
    test.use({ hasHttp2: false });

    test('both jobs are shown, and the later one can be canceled', async ({
      clock,
      page,
      screens,
      world,
    }) => {
      await screens.wizard.restore();
      await screens.shell.expectText('Restore request accepted');
      await clock.pass(90_000);
      await screens.job.expectOpen('Restore of app01');
      const { restores } = await world.azure.state();
      expect(restores).toHaveLength(2);
      const note = page.getByRole('alert').filter({ hasText: '2 restore jobs are yours' });
      for (const { jobId } of restores) await expect(note).toContainText(jobId);
      await note.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Cancel the job' }).click();
      await expect.poll(async () => (await world.azure.state()).cancellations).toHaveLength(1);
    });
  });
});
