import { regionName } from '#src/model/places.ts';

/** The display names of Azure’s public regions, from its list of them; their short names are the same without blanks. */
const NAMES = [
  'Australia Central',
  'Australia Central 2',
  'Australia East',
  'Australia Southeast',
  'Austria East',
  'Belgium Central',
  'Brazil South',
  'Brazil Southeast',
  'Canada Central',
  'Canada East',
  'Central India',
  'Central US',
  'Chile Central',
  'East Asia',
  'East US',
  'East US 2',
  'France Central',
  'France South',
  'Germany North',
  'Germany West Central',
  'Indonesia Central',
  'Israel Central',
  'Italy North',
  'Japan East',
  'Japan West',
  'Jio India Central',
  'Jio India West',
  'Korea Central',
  'Korea South',
  'Malaysia West',
  'Mexico Central',
  'New Zealand North',
  'North Central US',
  'North Europe',
  'Norway East',
  'Norway West',
  'Poland Central',
  'Qatar Central',
  'South Africa North',
  'South Africa West',
  'South Central US',
  'South India',
  'Southeast Asia',
  'Spain Central',
  'Sweden Central',
  'Sweden South',
  'Switzerland North',
  'Switzerland West',
  'UAE Central',
  'UAE North',
  'UK South',
  'UK West',
  'West Central US',
  'West Europe',
  'West India',
  'West US',
  'West US 2',
  'West US 3',
];

const byShortName = new Map(NAMES.map((name) => [regionName(name), name]));

/** A region by its display name, `West Europe`; one that isn’t known stays as Azure writes it. */
export const regionText = (region: string): string => byShortName.get(regionName(region)) ?? region;

/** The same by the names that were read, keyed in lower case, before those that are known here. */
export const regionNamed = (names: Readonly<Record<string, string>>, region: string): string =>
  names[region.toLowerCase()] ?? regionText(region);
