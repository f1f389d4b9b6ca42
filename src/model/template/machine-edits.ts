/** What a person changes most often in the VM of a template, without editing its text. */
export interface MachineEdits {
  /** Null: as the template has it. */
  readonly size: string | null;
  /** `Windows_Server` and the like; `none` takes it out. */
  readonly licenseType: string | null;
  /** A zone; `none` takes it out. */
  readonly zone: string | null;
  /** The id of an availability set; `none` takes it out. */
  readonly availabilitySet: string | null;
}

/** Changes nothing. */
export const UNCHANGED: MachineEdits = {
  size: null,
  licenseType: null,
  zone: null,
  availabilitySet: null,
};

/** Takes something out. */
export const NONE = 'none';

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const isMachine = (resource: unknown): boolean =>
  String(fieldsOf(resource)['type']).toLowerCase() === 'microsoft.compute/virtualmachines';

/** Whether a template has exactly one VM: of several it is unclear which is meant. */
export function hasOneMachine(template: unknown): boolean {
  const { resources } = fieldsOf(template);
  return Array.isArray(resources) && resources.filter(isMachine).length === 1;
}

/** What the VM of a template has now, as far as it is written as plain values. */
export function machineOf(template: unknown): MachineEdits {
  const { resources } = fieldsOf(template);
  const machine = fieldsOf(Array.isArray(resources) ? resources.find(isMachine) : undefined);
  const properties = fieldsOf(machine['properties']);
  const zones = machine['zones'];
  return {
    size: text(fieldsOf(properties['hardwareProfile'])['vmSize']),
    licenseType: text(properties['licenseType']),
    zone: text(Array.isArray(zones) ? zones[0] : undefined),
    availabilitySet: text(fieldsOf(properties['availabilitySet'])['id']),
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The same template with a VM that was changed; all else stays as it is. */
export function withMachine(template: unknown, edits: MachineEdits): unknown {
  const whole = fieldsOf(template);
  const { resources } = whole;
  if (!Array.isArray(resources)) return template;
  return {
    ...whole,
    resources: resources.map((one: unknown) =>
      isMachine(one) ? edited(fieldsOf(one), edits) : one,
    ),
  };
}

function edited(
  machine: Fields,
  { size, licenseType, zone, availabilitySet }: MachineEdits,
): Fields {
  const properties = fieldsOf(machine['properties']);
  const hardware = fieldsOf(properties['hardwareProfile']);
  const changed = {
    ...properties,
    ...(size === null ? {} : { hardwareProfile: { ...hardware, vmSize: size } }),
    ...set('licenseType', licenseType, licenseType),
    ...set('availabilitySet', availabilitySet, { id: availabilitySet }),
  };
  return defined({
    ...machine,
    ...set('zones', zone, [zone]),
    properties: defined(changed),
  });
}

/** A field with its new value; taken out where the choice is `none`; as it was where there is none. */
function set(name: string, chosen: string | null, value: unknown): Fields {
  if (chosen === null) return {};
  return { [name]: chosen === NONE ? undefined : value };
}

const defined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
