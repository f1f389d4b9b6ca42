import { listText, orText, plural } from '#src/lib/wording.ts';
import type { BlobTrouble } from '#src/model/blob.ts';
import type { DeploymentStatus } from '#src/model/deployment.ts';
import type { JsonFault, TemplateProblemKind, WrongFile } from '#src/model/template.ts';
import type { ValueProblem } from '#src/model/template-values.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the template that a restore of disks leaves, and its deployment. */
export const deploy = sentences({
  none: 'This job left no template',
  noneBody:
    'Azure creates a template when a restore of disks has completed. You can build a VM from the disks without one.',
  source: {
    title: 'Template',
    label: 'Who reads the template',
    azure: 'Azure Resource Manager',
    azureNote:
      'Azure reads it from the staging storage account by a signature that is valid for 30 minutes. The values below are checked by Azure.',
    page: 'This page',
    pageNote:
      'You can see and edit it. The storage account needs a CORS rule for this site, and you need Storage Blob Data Reader.',
    file: 'A file',
    fileNote: 'Download the template with a command, then choose the file here.',
    read: 'Read the template',
    reading: 'Reading the file…',
    choose: 'Template file',
    files: 'Files of this job, and commands for them',
    address: 'Template address',
    config: 'Configuration address',
    az: (file: string) => `Azure CLI: ${file}`,
    powerShell: (file: string) => `PowerShell: ${file}`,
    azDeploy: 'Azure CLI: deploy with a link that is valid for an hour',
    download: 'Download template',
    downloadConfig: 'Download vmconfig.json',
  },
  trouble: {
    keyAccess: 'The storage account doesn’t permit key access, so Azure can’t use a signature.',
    firewall: 'The firewall of the storage account refused this page.',
    permission: 'You don’t have permission to read blobs in this storage account.',
    gone: 'The template isn’t in the storage account.',
    network:
      'Couldn’t reach the storage account. A browser can’t read an account without a CORS rule for this site, and most have none.',
    token: 'Couldn’t get a token for Azure Storage.',
    foreign:
      'Restore Center didn’t request the template, because its address isn’t in the staging storage account of this job.',
    policy: 'The policy of this site doesn’t let this page reach the storage account.',
    other: 'The storage account didn’t return the template.',
  } satisfies Record<BlobTrouble, string>,
  firewall:
    'The storage account has network rules, so Azure Resource Manager may be unable to read the template.',
  noAccount: (account: string) =>
    `You can’t see storage account ${account} in the subscription of this restore.`,
  tooLong: 'The template is too long to be stored in this browser. A reload discards it.',
  /** Who can read the template instead. */
  instead: {
    azure: 'let Azure Resource Manager read it',
    page: 'read it on this page',
    file: 'download it with a command and choose the file here',
  },
  otherReaders: (others: readonly string[]) => `You can also ${orText(others)}.`,
  ownLink:
    'A command under “Files of this job” deploys it with a link that your own sign-in signs, without a key.',
  /** What a chosen file is, where it is no template. */
  wrongFile: {
    empty: 'This file is empty.',
    noText: 'This file isn’t text in UTF-8 or UTF-16.',
    web: 'This is a web page or XML, such as an error message. It isn’t a template.',
    bicep: 'This is a Bicep file. Build it with “az bicep build”, then choose the JSON.',
    list: 'This is a JSON list, such as the output of a list command. It isn’t a template.',
    config: 'This is the configuration of the VM (vmconfig.json). It isn’t a template.',
    parameters: 'This is a parameters file. Its values go into the fields below.',
    otherScope:
      'This template is for a subscription, management group, or tenant. It can’t be deployed to a resource group.',
    resource: 'This is the description of one resource. It isn’t a template.',
    otherJson: 'This JSON has no resources. It isn’t a template.',
  } satisfies Record<WrongFile, string>,
  chooseTemplate:
    'Choose the template of this job (azuredeploy.json if you used a command here). What was here stays.',
  tooLarge: (megabytes: string) =>
    `The file has ${megabytes} MB. Azure Resource Manager accepts templates up to 4 MB.`,
  edit: {
    title: 'Edit template',
    text: 'Template text',
    undo: 'Discard edits',
    problems: (count: number) => plural(count, '1 problem', `${String(count)} problems`),
    atLine: (line: number, text: string) => `Line ${String(line)}: ${text}`,
    fault: {
      empty: 'The text is empty.',
      unexpected: 'A value is expected here.',
      unclosed: 'A bracket isn’t closed.',
      key: 'A name in quotes is expected here.',
      colon: 'A colon is missing.',
      comma: 'A comma is missing, or there is one too many.',
      text: 'A text isn’t closed, or has a character that JSON doesn’t permit.',
      number: 'This isn’t a number.',
      after: 'There is more text after the end.',
      deep: 'The values are nested too deep.',
    } satisfies Record<JsonFault, string>,
    problem: {
      notObject: () => 'A template is a JSON object.',
      noSchema: () => '$schema is missing.',
      noVersion: () => 'contentVersion is missing.',
      noResources: () => 'resources is missing.',
      noType: (name: string) => `Parameter ${name} has no type.`,
      unknownType: (name: string) => `Parameter ${name} has a type that templates don’t have.`,
      doubled: (name: string) => `Parameter ${name} is there twice.`,
      unknownParameter: (name: string) => `Parameter ${name} is used and not declared.`,
      noResourceType: (name: string) => `Resource ${name} has no type.`,
    } satisfies Record<Exclude<TemplateProblemKind['kind'], 'notJson'>, (name: string) => string>,
  },
  parameters: {
    title: 'Edit parameters',
    group: 'Resource group',
    groupHint: 'The deployment creates its resources here.',
    required: 'Enter a value.',
    fallback: 'Default of the template',
    notStored: 'Not stored in this browser.',
    fallbackIs: (text: string) => `Default: ${text}`,
    problem: {
      missing: 'Enter a value: the template has no default.',
      notInteger: 'Enter a whole number.',
      notBool: 'Enter true or false.',
      notArray: 'Enter a JSON array.',
      notObject: 'Enter a JSON object.',
      notAllowed: 'The template doesn’t permit this value.',
    } satisfies Record<ValueProblem, string>,
  },
  network: {
    label: 'Subnet of the VM',
    hint: 'Fills the three network parameters.',
    asTyped: 'As the parameters say',
    delegated: 'Delegated to a service',
    full: 'No free address',
    unread: 'The virtual networks couldn’t be read. Type the names below.',
    none: (region: string) =>
      `There is no virtual network in ${region}. Type the names below, or create one first.`,
    secondary: (region: string) => `The disks are in ${region}. Select a subnet of that region.`,
  },
  machine: {
    size: 'Size',
    sizesUnread: 'The sizes couldn’t be read. Edit the template to change the size.',
    sizeClosed: (region: string, zone: string | null) =>
      zone === null
        ? `Your subscription can’t use this size in ${region}.`
        : `Your subscription can’t use this size in ${region}, zone ${zone}.`,
    zone: 'Availability zone',
    zoneHint: 'Disks of a zone need a VM in the same zone.',
    noZone: 'No zone',
    zoneClosed: (size: string) => `Your subscription can’t use ${size} in this zone.`,
    license: 'License type',
    noLicense: 'None',
    availabilitySet: 'Availability set',
    availabilityHint: 'A name in the same resource group, or an ID. Leave it empty for none.',
    availabilityOrZone: 'A VM has a zone or an availability set. Select No zone first.',
    expression: 'An expression of the template',
    closed: 'Not available',
  },
  judge: {
    command: 'Validate',
    running: 'Azure validates the template and predicts the changes. Nothing is created.',
    stale: 'The values have changed. Validate again.',
    rejected: 'Azure rejects this deployment. It created nothing.',
    /** Not all that it accepts it can predict. */
    validInPart: (count: number, unknown: number) =>
      `Azure accepts the template, and can’t predict ${String(unknown)} of ${plural(count, '1 resource', `${String(count)} resources`)}. Read why below.`,
    valid: (count: number) =>
      plural(
        count,
        'Azure accepts the template: 1 resource.',
        `Azure accepts the template: ${String(count)} resources.`,
      ),
    validated: 'Resources that Azure has validated',
    created: 'Will be created',
    changed: 'Will be changed',
    deleted: 'Will be deleted',
    unknown: 'Azure can’t predict',
    nothing: 'Nothing',
    untouchedCount: (count: number) => `Won’t be touched: ${String(count)}`,
    what: 'the answer to this request',
    unreadable:
      'Azure Resource Manager couldn’t read the template. Key access may be disabled, a firewall may refuse it, or the file is gone. Read it on this page, or download it and choose the file.',
  },
  terms: {
    title: 'Terms',
    body: 'Azure charges you for the resources that the template creates, from their creation until you delete them.',
    agree: 'I have read this, and want to deploy the template.',
    command: 'Purchase',
    starting: 'Starting the deployment…',
    validateFirst: 'Validate the template with these values first.',
    agreeFirst: 'Select the check box first.',
  },
  progress: {
    title: 'Deployment',
    name: 'Deployment name',
    attempt: (number: number) => `Attempt ${String(number)}`,
    status: {
      accepted: 'Accepted',
      running: 'In progress',
      succeeded: 'Completed',
      failed: 'Failed',
      canceled: 'Canceled',
      deleted: 'Deleted',
      unknown: 'Not reported',
    } satisfies Record<DeploymentStatus['kind'], string>,
    resource: 'Resource',
    type: 'Type',
    state: 'Status',
    cancel: 'Cancel deployment',
    cancelQuestion: (name: string) => `Cancel ${name}?`,
    cancelBody: 'Resources that Azure has created by then stay.',
    keep: 'Keep it running',
    /** `time`: when a look found it not canceled; null: it wasn't looked at. */
    notCanceled: (message: string, time: string | null) =>
      `Couldn’t cancel: ${message}${time === null ? '' : ` It wasn’t canceled at ${time}.`}`,
    cancelUnknown: 'No answer says whether Azure cancels it. Its status is read again.',
    unknown:
      'No answer says whether Azure started this deployment, and Azure has none of this name yet. This page keeps looking for it.',
    again: 'Change values and deploy again',
    newAttempt: 'Start a new attempt',
    /** Accepted by an answer, and not found by a read. */
    notListedYet: (time: string) =>
      `Azure accepted this deployment on ${time} and doesn’t list it yet. This page keeps looking for it.`,
    neverListed: (time: string) =>
      `Azure accepted this deployment on ${time}, but doesn’t list it. Check the resource group before you start another one.`,
    notFound:
      'Azure accepted this deployment, but doesn’t list it now. Check the resource group before you start another one.',
    gone: (time: string) => `Azure no longer lists this deployment. It did on ${time}.`,
    done: 'The deployment has completed.',
    created: 'Created or changed',
    readBack: (name: string, facts: readonly string[]) =>
      listText([`Read back from Azure: VM ${name}`, ...facts]),
    runs: 'running',
    stopped: 'stopped',
    inZone: (zone: string) => `zone ${zone}`,
    machineGone: (name: string) => `Not in Azure now: VM ${name}`,
    machineUnread: (name: string, message: string) =>
      `Not checked: VM ${name} couldn’t be read. ${message}`,
    correlation: 'Correlation ID',
    what: 'the deployment',
  },
} as const);
