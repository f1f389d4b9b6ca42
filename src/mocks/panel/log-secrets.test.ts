import { expect, test } from 'vitest';
import { logLines } from '#src/mocks/panel/log-lines.ts';
import { copiedText, detailsOf } from '#src/mocks/panel/log-text.ts';
import { readEntry, testFiles } from '#src/mocks/testing-files.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

const linux = defaultWorld.instances.find(({ friendlyName }) => friendlyName === 'app01');
const linuxPoint = `${linux?.id ?? ''}/recoveryPoints/${linux?.points[0]?.name ?? ''}`;

test.each([
  ['Windows', undefined],
  ['Linux', linuxPoint],
])('the log of a %s VM has neither the password nor the script', async (os, pointId) => {
  const { store, clock, mount, status, unmount } = testFiles('default', pointId);
  const accepted = await mount();
  clock.add(46);
  const scripts = (await status(accepted)).properties?.recoveryTarget?.clientScripts ?? [];
  expect(scripts.map(({ osType }) => osType)).toEqual([os, os]);
  await unmount();
  const [events, requests] = [await store.read(0), await store.readLog(500)];
  const lines = logLines(requests, events);
  const seen = JSON.stringify([events, requests, lines.map(detailsOf), copiedText(lines, [])]);
  // What the log is for is in it.
  expect(seen).toContain('recoveryPoints.mount');
  expect(seen).toContain('point-mounted');
  const contents = scripts.map(({ scriptContent }) => scriptContent ?? '');
  const secrets = scripts.flatMap((entry) => [readEntry(entry).password, readEntry(entry).suffix]);
  for (const secret of [...secrets, ...contents.filter((one) => one !== btoa('NA'))]) {
    expect(secret.length).toBeGreaterThan(14);
    expect(seen).not.toContain(secret);
  }
});
