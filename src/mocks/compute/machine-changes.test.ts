import { describe, expect, test } from 'vitest';
import { jsonOf, type TestAzure } from '#src/mocks/testing.ts';
import {
  app01,
  COMPUTE,
  machineId,
  nicId,
  refusalOf,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';

/** What the simulated Azure takes and refuses of a machine that is there. */

const sourceUrl = `${app01.id}?${COMPUTE}`;

describe('a machine that is there', () => {
  const modelOf = async (it: TestAzure): Promise<Record<string, unknown>> =>
    Object.fromEntries(Object.entries((await jsonOf(await it.get(sourceUrl))) ?? {}));

  test('is not written twice at once', async () => {
    const it = writesAzure();
    const body = await modelOf(it);
    expect((await it.send('PUT', sourceUrl, body)).status).toBe(200);
    expect(await refusalOf(await it.send('PUT', sourceUrl, body))).toBe(
      '409 ConflictingConcurrentWriteNotAllowed',
    );
    it.clock.add(60);
    expect((await it.send('PUT', sourceUrl, body)).status).toBe(200);
  });

  test('is not overwritten by who read an older version', async () => {
    const it = writesAzure();
    const { etag, ...body } = await modelOf(it);
    const ifMatch = { 'If-Match': String(etag) };
    const tagged = await it.send('PATCH', sourceUrl, { tags: { owner: 'night' } });
    expect(tagged.status).toBe(200);
    it.clock.add(60);
    expect(await refusalOf(await it.send('PUT', sourceUrl, body, ifMatch))).toBe(
      '412 PreconditionFailed',
    );
  });

  test('that is written back as it was read stays as it was', async () => {
    const it = writesAzure();
    const before = await modelOf(it);
    await it.send('PUT', sourceUrl, before);
    it.clock.add(60);
    const { etag: _etag, ...after } = await modelOf(it);
    const { etag: _old, ...rest } = before;
    expect(after).toEqual(rest);
  });

  test.each([
    ['moved to another zone', { zones: ['2'] }, '409 PropertyChangeNotAllowed'],
    ['moved to another region', { location: 'northeurope' }, '409 InvalidResourceLocation'],
  ])('is not %s', async (_, change, expected) => {
    const it = writesAzure();
    const body = { ...(await modelOf(it)), ...change };
    expect(await refusalOf(await it.send('PUT', sourceUrl, body))).toBe(expected);
  });

  test('takes NICs only while it is deallocated', async () => {
    const it = await withNic(writesAzure());
    const networkInterfaces = [nicId('app01-nic0'), nicId('new-nic')].map((id) => ({ id }));
    const patch = { properties: { networkProfile: { networkInterfaces } } };
    expect(await refusalOf(await it.send('PATCH', sourceUrl, patch))).toBe(
      '409 AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported',
    );
    await it.send('POST', sourceUrl.replace('?', '/deallocate?'));
    it.clock.add(60);
    expect((await it.send('PATCH', sourceUrl, patch)).status).toBe(200);
  });

  test.each([
    ['an extension', 'PUT', '/extensions/x?', { location: 'westeurope' }, 201],
    ['a stop', 'POST', '/deallocate?', undefined, 202],
    ['a change of data disks', 'POST', '/attachDetachDataDisks?', {}, 202],
  ])('names where %s is followed by both headers, and again at its end', async (...row) => {
    const [, method, action, body, status] = row;
    const it = writesAzure();
    const taken = await it.send(method, sourceUrl.replace('?', action), body);
    expect(taken.status).toBe(status);
    expect(taken.headers.get('azure-asyncoperation')).toContain('/operations/');
    const { href, pathname, search } = new URL(taken.headers.get('location') ?? '');
    expect((await it.get(`${pathname}${search}`)).status).toBe(202);
    it.clock.add(120);
    const over = await it.get(`${pathname}${search}`);
    expect([over.status, over.headers.get('location')]).toEqual([200, href]);
  });

  test('has no extension that is put on a machine which is gone, or one that does not run', async () => {
    const it = writesAzure();
    const body = {
      location: 'westeurope',
      properties: { publisher: 'a', type: 'b', typeHandlerVersion: '1.0' },
    };
    const gone = await it.send('PUT', `${machineId('nobody')}/extensions/x?${COMPUTE}`, body);
    expect(await refusalOf(gone)).toBe('404 ParentResourceNotFound');
    await it.send('POST', sourceUrl.replace('?', '/deallocate?'));
    it.clock.add(60);
    const asleep = await it.send('PUT', sourceUrl.replace('?', '/extensions/x?'), body);
    expect(await refusalOf(asleep)).toBe('409 OperationNotAllowed');
  });
});
