import type { TemplateFacts } from '#src/mocks/staging/template-text.ts';

/** Pages of a page blob. */
const PAGE_BYTES = 512;

/**
 * The source's configuration as *Restore disks* leaves it: UTF-16LE, filled up with NULs to the end of a
 * page (aftercare §1.3, R and D). Which keys beyond the documented ones it has is a guess (G).
 */
export function configBytes(facts: TemplateFacts): Uint8Array<ArrayBuffer> {
  const { disks, osType, size, location, vmName, vhdRoot } = facts;
  const vhdOf = (name: string) => ({ vhd: { Uri: `${vhdRoot ?? ''}/${name}.vhd` } });
  const [osDisk, ...dataDisks] = disks;
  const text = JSON.stringify({
    name: vmName,
    location,
    'properties.hardwareProfile': { vmSize: size },
    'properties.StorageProfile': {
      osDisk: {
        osType,
        name: osDisk?.name ?? '',
        ...vhdOf(osDisk?.name ?? ''),
        createOption: 'Attach',
      },
      DataDisks: dataDisks.map(({ lun, name }) => ({ Lun: lun, name, ...vhdOf(name) })),
    },
  });
  const bytes = new Uint8Array(Math.ceil((text.length * 2) / PAGE_BYTES) * PAGE_BYTES);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), true);
  }
  return bytes;
}
