import type { ReadTemplate, TemplateParameter } from '#src/model/template.ts';

/** Unknown: only a template that was read has lines. */
const UNSEEN = { line: 0, column: 0 } as const;

const parameter = (name: string, isRequired = false): TemplateParameter => ({
  name,
  type: 'string',
  fallback: isRequired ? { kind: 'none' } : { kind: 'expression', text: '' },
  allowed: null,
  description: null,
  place: UNSEEN,
});

/**
 * What is known of a template that this page has not read: the parameters of those that the backup
 * service makes (aftercare §1.4, seen in a real deployment). Azure has the last word.
 */
export const UNREAD_TEMPLATE: ReadTemplate = {
  template: null,
  parameters: [
    parameter('virtualMachineName', true),
    parameter('virtualNetwork'),
    parameter('virtualNetworkResourceGroup'),
    parameter('subnet'),
    parameter('osDiskName'),
    parameter('networkInterfacePrefixName'),
    parameter('publicIpAddressName'),
  ],
  resources: [],
  problems: [],
};
