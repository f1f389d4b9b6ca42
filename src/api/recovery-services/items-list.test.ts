import { describe, expect, test } from 'vitest';
import { instancesQuestion } from '#src/api/recovery-services/items.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { resourceId } from '#src/model/resource-id.ts';

const questionFor = (filter: object) => instancesQuestion({ ...EVERYTHING, ...filter }, BY_NAME);

describe('the question for a list of protected items', () => {
  test('of all is the published one', () => {
    expect(questionFor({}).split('\n')).toEqual([
      'recoveryservicesresources',
      "| where type in~ ('microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems')",
      "| where properties.backupManagementType =~ 'AzureIaasVM'",
      '| order by tolower(tostring(properties.friendlyName)) asc, id asc',
      '| project id, name, type, location, subscriptionId, properties',
    ]);
  });

  test('takes what was typed as text, whatever it is', () => {
    expect(questionFor({ search: "o'\\ne\n| count" })).toContain(
      String.raw`| where properties.friendlyName contains 'o\'\\ne | count'`,
    );
  });

  test('keeps to a vault by its id', () => {
    expect(questionFor({ vaults: [resourceId('/a/v'), resourceId('/a/w')] })).toContain(
      "| where id startswith '/a/v/' or id startswith '/a/w/'",
    );
  });

  test('counts every word that is not known as unknown health, and what is deleted softly as no other', () => {
    const known = "properties.healthStatus in~ ('Passed', 'ActionSuggested', 'ActionRequired')";
    const deleted = "tostring(properties.isScheduledForDeferredDelete) =~ 'true'";
    expect(questionFor({ healths: ['passed'] })).toContain(
      `where not(${deleted}) and (properties.healthStatus in~ ('Passed'))`,
    );
    expect(questionFor({ healths: ['unknown'] })).toContain(
      `| where not(${deleted}) and (not(${known}))`,
    );
    expect(questionFor({ healths: ['passed', 'unknown'] })).toContain(
      `| where not(${deleted}) and (properties.healthStatus in~ ('Passed') or not(${known}))`,
    );
    expect(questionFor({ healths: ['softDeleted'] })).toContain(`| where ${deleted}\n`);
    expect(questionFor({ healths: ['passed', 'softDeleted'] })).toContain(
      `| where ${deleted} or properties.healthStatus in~ ('Passed')`,
    );
  });

  test('keeps to old restore points by the shortest age, those without any included', () => {
    const at = 'todatetime(properties.lastRecoveryPoint)';
    expect(questionFor({ older: ['7d', '24h'] })).toContain(
      `| where isnull(${at}) or ${at} < ago(24h)`,
    );
    expect(questionFor({ older: ['none', '48h'] })).toContain('ago(48h)');
    expect(questionFor({ older: ['none'] })).toContain(`| where isnull(${at})\n`);
    expect(questionFor({})).not.toContain('lastRecoveryPoint');
  });

  test('joins the machines only to tell those that are there from those that are gone', () => {
    expect(questionFor({})).not.toContain('join');
    expect(questionFor({ sources: ['exists', 'deleted'] })).not.toContain('join');
    expect(questionFor({ sources: ['deleted'] })).toContain('| where isnull(isThere)');
    expect(questionFor({ sources: ['exists'] })).toContain('| where isnotnull(isThere)');
  });

  test('breaks ties by id, or pages would overlap', () => {
    const question = instancesQuestion(EVERYTHING, { by: 'lastPoint', isDescending: true });
    expect(question).toContain('order by todatetime(properties.lastRecoveryPoint) desc, id asc');
  });
});
