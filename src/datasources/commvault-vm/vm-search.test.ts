import { expect, test } from 'vitest';
import { vmSearch } from '#src/datasources/commvault-vm/vm-search.tsx';

const GUID = '5F2D9A30-7c41-4b8e-9d6f-0a1b2c3d4e5f';

test.each([
  [{}, { search: '', text: '', filter: {} }],
  // A CommServe finds a GUID; a name is searched in what was read.
  [{ search: GUID }, { search: GUID, text: '', filter: { guid: GUID } }],
  [{ search: ' app ' }, { search: 'app', text: 'app', filter: {} }],
  [{ search: GUID.slice(1) }, { text: GUID.slice(1), filter: {} }],
  [{ health: 'pending' }, { status: 'pending', filter: { status: 'pending' } }],
  [{ health: 'all' }, { status: undefined, filter: {}, ignored: [] }],
  [{ search: GUID, health: 'protected' }, { filter: { guid: GUID, status: 'protected' } }],
  // What means nothing here narrows nothing, and is named.
  [{ health: 'actionRequired' }, { filter: {}, ignored: ['health=actionRequired'] }],
])('the address %o asks for %o', (address, wanted) => {
  expect(vmSearch(address)).toMatchObject(wanted);
});
