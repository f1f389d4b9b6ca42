import type { Rolldown } from 'vite';

type CodeSplittingGroup = Rolldown.CodeSplittingGroup;

/** Files whose path in `src` starts so; a slash is one of any system. */
const inSource = (...starts: readonly string[]): RegExp =>
  new RegExp(`/src/(?:${starts.join('|')})`.replaceAll('/', '[\\\\/]'));

/**
 * What belongs together by what it is, the first that fits: the client, the smaller parts of Fluent, the texts, what
 * explains rules, the parts of a page that are no form, a few small requests, and what quotes commands. What only
 * the tables of one datasource need stays with it. The same for the steps of a wizard: what they all load, what
 * each Review loads, and what each step of one datasource loads. A plan starts from these, see `tools/chunks.ts`; a
 * module that is newer than the plan goes where its neighbors are.
 */
export const namedGroups: CodeSplittingGroup[] = [
  {
    name: 'forms',
    minShareCount: 5,
    test: /[\\/](react-hook-form|@hookform)[\\/]|[\\/]src[\\/](ui[\\/]fields[\\/](StepForm|[Rr]efused|WhyAndInstead)|wizard[\\/](explain[\\/]step-schema|steps[\\/]use-step-form))/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'commands',
    minShareCount: 2,
    test: /[\\/]src[\\/](lib[\\/](command|quoting)|strings[\\/]commands|ui[\\/]CommandText)\.tsx?$/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'client',
    minShareCount: 6,
    test: /[\\/]src[\\/](api|model|lib)[\\/]/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'fluent',
    minShareCount: 5,
    test: /[\\/]react-(label|message-bar|input|field|radio|checkbox|icons|utilities|shared-contexts|tabster|motion)[\\/]/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'words',
    minShareCount: 6,
    test: /[\\/]src[\\/]strings[\\/](?!rules|facts|about-machine|unused)/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'explanations',
    minShareCount: 10,
    test: /[\\/]src[\\/](rules|wizard[\\/](explain|fields|steps|notes|reads|draft))[\\/](?!read-table|unused)/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'parts',
    minShareCount: 8,
    test: /[\\/]src[\\/]ui[\\/](?!fields[\\/])/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'requests',
    minShareCount: 3,
    test: /[\\/]src[\\/](api[\\/]queries[\\/](running-restores|both-ways)|model[\\/]role-assignment)/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'vm',
    minShareCount: 4,
    test: inSource('datasources/azure-vm/'),
    includeDependenciesRecursively: false,
  },
  {
    name: 'disk',
    minShareCount: 4,
    test: inSource('datasources/azure-disk/', 'api/data-protection/'),
    includeDependenciesRecursively: false,
  },
  {
    name: 'frame',
    minShareCount: 2,
    test: inSource(
      'wizard/(page|plan|wizards|TaskWizard|WizardPage)',
      'wizard/(drafts/DiscardDraft|draft/taken-back|explain/StepAnswers|notes/StepNotes)',
      'wizard/(steps/(StepBody|StepButtons|StepList|load-step|StepPlace)|fields/chosen-text)',
      'datasources/loaded',
      'ui/(use-loaded|use-has-changed)',
    ),
    includeDependenciesRecursively: false,
  },
  {
    name: 'review',
    minShareCount: 2,
    test: inSource(
      'wizard/(commands/PlanCommands|notes/findings-id|submitted/|drafts/DraftLink)',
      'wizard/review/(FindingRow|CheckRow|CheckSection|Remedies|RequestView)',
      'wizard/submit/(latest-reads|record|follow|send)[.]ts',
      'lib/(sha256|canonical-json)',
      'api/(queries/(plan-hash|request-streams)|resource-graph/query/prove-streams)',
    ),
    includeDependenciesRecursively: false,
  },
  {
    name: 'texts',
    minShareCount: 2,
    test: inSource(
      'strings/rules/(text|instance|point-required|review|jobs-lists|datasource)[.]ts',
      'strings/facts/(product|vault|words)[.]ts',
    ),
    includeDependenciesRecursively: false,
  },
  {
    name: 'reads',
    minShareCount: 4,
    test: inSource(
      'wizard/reads/(read-table|table-reader|changes-of|use-reader)[.]ts',
      'wizard/(submit/press|explain/step-notes)[.]ts',
    ),
    includeDependenciesRecursively: false,
  },
];
