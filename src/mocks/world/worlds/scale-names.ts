/**
 * Names of the machines of the large world, in the order of their text: 40 roles, five
 * environments, 25 numbers. Each name is borne by 20 machines.
 */

const roles: readonly string[] =
  `adfs api app auth batch bi build cache ci cms crm dc dns edge erp etl file fs gw hpc jump kafka lb
log mail ml mon mq nfs pay print proxy rds sap scan search sql vdi vpn web`.split(/\s/);

const windows: ReadonlySet<string> = new Set(
  'adfs crm dc dns erp file fs print rds scan sql vdi'.split(' '),
);

export const environments: readonly string[] = ['dev', 'prod', 'qa', 'stage', 'uat'];

const NUMBERS = 25;
const NAMES_OF_ROLE = environments.length * NUMBERS;

export const NAME_COUNT = roles.length * NAMES_OF_ROLE;

/** The number of the first name that comes after a text. */
export const firstNameAfter = (text: string): number =>
  roles.filter((role) => role < text).length * NAMES_OF_ROLE;

const roleOf = (name: number): string => roles[Math.floor(name / NAMES_OF_ROLE)] ?? '';

/** The environment of the machines of a name. */
export const environmentOf = (name: number): string =>
  environments[Math.floor((name % NAMES_OF_ROLE) / NUMBERS)] ?? '';

export const osTypeOf = (name: number): 'Windows' | 'Linux' =>
  windows.has(roleOf(name)) ? 'Windows' : 'Linux';

const texts: string[] = [];

/** The text of a name, `app-prod-07`; each is written once, for it is read in every list. */
export function nameText(name: number): string {
  const number = String((name % NUMBERS) + 1).padStart(2, '0');
  texts[name] ??= `${roleOf(name)}-${environmentOf(name)}-${number}`;
  return texts[name];
}

/** The number of a name in any letter case; undefined when no machine is called so. */
export function nameNumber(text: string): number | undefined {
  const [role = '', environment = '', number = ''] = text.toLowerCase().split('-');
  const at = roles.indexOf(role);
  const which = environments.indexOf(environment);
  const name = at * NAMES_OF_ROLE + which * NUMBERS + Number(number) - 1;
  return at >= 0 && which >= 0 && nameText(name) === text.toLowerCase() ? name : undefined;
}
