/**
 * What a text is for: what people see on screen, a document, a comment of the product, a comment or
 * the title of a test, a name in code.
 */
export type TextKind = 'screen' | 'document' | 'comment' | 'test' | 'name';

/** A phrase that texts of some kinds must not have, with what to write instead. */
export interface Phrase {
  /**
   * A regular expression for the whole phrase. A space matches any white space, `{be}` each form of
   * "to be". Upper case matters only with `hasCase`.
   */
  readonly phrase: string;
  readonly instead: string;
  readonly kinds: readonly TextKind[];
  readonly hasCase: boolean;
}

type Replacements = Readonly<Record<string, string>>;

const everyText: readonly TextKind[] = ['screen', 'document', 'comment', 'test'];

function phrases(
  kinds: readonly TextKind[],
  replacements: Replacements,
  hasCase = false,
): readonly Phrase[] {
  return Object.entries(replacements).map(([phrase, instead]) => ({
    phrase,
    instead,
    kinds,
    hasCase,
  }));
}

/** Active voice, plain verbs: who acts, and what is done. */
const voice: Replacements = {
  'somebody( else)?': 'name who acts',
  nobody: 'name who acts, in a sentence that says what happens',
  '{be} (said|told)': 'shows, reports',
  '{be} asked( for)?': 'asks, requests, requires',
  'comes? with': 'includes',
  'may not': 'can’t, might not, or “You don’t have permission to …”',
  'all the same': 'still, anyway',
  'Azure (tells|knows|wishes|looks|says)': 'Azure reports, returns, requires',
  'Azure (does not|doesn’t|cannot|can’t) (tell|know|say)': 'Azure doesn’t report',
  'Azure {be} (asked|content)': 'Azure validates, accepts',
  '(hangs?|hanging) on': 'depends on',
  'ticked|unticks?|unticked|ticks? the': 'select, clear',
  '(throws?|threw|thrown) away': 'discard',
  '(takes?|took|taken) back': 'clear, undo',
  'begins?|began|begun': 'start',
};

/** Spelling of the United States, as in Azure's documents. */
const spelling: Replacements = {
  'colou(r|rs|red|ring)': 'color',
  'licences?': 'license',
  'cancell(ed|ing)': 'canceled, canceling',
  'labell(ed|ing)': 'labeled, labeling',
  'modell(ed|ing)': 'modeled, modeling',
  'signall(ed|ing)': 'signaled, signaling',
  'travell(ed|ing)': 'traveled, traveling',
  'sub-tasks?': 'subtask',
  'behaviours?': 'behavior',
  'neighbour(s|ing)?': 'neighbor',
  'favour(s|ed|ite)?': 'favor',
  'honour(s|ed)?': 'honor',
  'grey(ed)?': 'gray',
  'centred?': 'center',
  judgement: 'judgment',
  'artefacts?': 'artifact',
  'per cent': '%, percent',
  '(author|categor|custom|emphas|final|general|initial|local|maxim|minim|normal|optim|organ|prior|real|recogn|serial|standard|summar|synchron|util|visual)is(e|es|ed|ing|ation)':
    '-ize',
  'analys(e|ed|ing)': 'analyze',
};

/** One name for one thing. */
const things: Replacements = {
  'protected (items?|VMs?|machines?)': 'backup instance',
  'staging (accounts?|places?)': 'Staging Location (field), staging storage account (sentence)',
  'network cards?': 'NIC',
  'system disks?': 'OS disk',
  'keys? of yours|customer’s keys?': 'customer-managed key',
  'off for good': 'Permanently disabled',
  'hybrid licen[cs]e benefit': 'Azure Hybrid Benefit',
  'hybrid use benefit': 'Azure Hybrid Benefit',
  'things left over': 'leftover resources',
  'ways? back': 'recommended restore option',
};

/** Words for text on screen only: elsewhere they have other meanings. */
const onScreen: Replacements = {
  '(?<!virtual )machines?': 'VM',
  'computers?': 'VM',
  'recovery points?': 'restore point',
  'rights|missing actions?': 'permission, required action',
  'notices|news': 'notifications',
  '{be} made': 'is created',
  'press(es|ed)?(?! (enter|escape|tab|space|alt|ctrl|shift|f1))': 'select',
  'cannot|can not': 'can’t',
  '(is|are|was|were|does|do|did|has|have|could|would|should) not': 'isn’t, don’t, couldn’t …',
  '\\d? %': '60%, without a space',
  'documents? \\d{3}|C-\\d+': 'the document’s title, section and date',
};

/** The same, where upper case matters. */
const onScreenByCase: Replacements = {
  'Backup Jobs': 'Backup jobs',
  '^Running$': 'In progress',
  'ids?': 'ID',
};

/** Parts of sentences for which there is a better sentence. */
const sentences: Replacements = {
  ', and not': 'two sentences',
  'not chosen yet': 'a selection you haven’t made',
  'could be checked is content': 'No issues found by the completed checks.',
  'checks? refuses?': '1 check failed',
  'does not do|doesn’t do': 'requires …',
  'made to the end': 'wasn’t fully created',
  'come up without': 'are restored without',
  'start from the trouble': 'Select what happened to find the least disruptive restore option.',
  '(stands?|standing) still': 'stalled',
  'touches least': 'Least disruptive option',
  'can know': 'Restore Center can’t verify …',
  '{be} silent': 'Doesn’t apply',
  'with something to look at': 'Completed with warnings',
  'what will happen is': 'Your restore plan appears here.',
  'restore starts it': 'Nothing is sent until you select Restore.',
  'still to fill in': 'Incomplete',
  'something that is not possible': 'Has errors',
  'the rest was kept': 'Some settings were cleared',
  'fields that are not here': 'Hidden fields',
  'brings? with it': 'What to expect',
  'what the documents say': 'Documentation',
  'still to settle': 'To do',
  'watch out': 'Warnings',
  'will not come back': 'Data loss',
  'filled in:': 'Default: …',
  'left unused': 'Not used for …',
  'this is it': 'Use this job',
  'by past jobs': 'Typical duration',
  'what is left to do': 'Next steps',
  'no answer came': 'Couldn’t reach Azure. Check your connection, then try again.',
  'Azure refused to give': 'Couldn’t load …',
  'in this page failed': 'This page didn’t load. Your draft is saved.',
  'did not give the role|didn’t give the role': 'Couldn’t assign …',
  'no job was found': 'No restore job found after two checks.',
  'asks for a pause': 'Too many requests. Retrying in … seconds.',
  'not know the registration': 'This build has no Microsoft Entra app registration.',
};

/** Words that make a name a riddle. */
const names: Replacements = {
  'told|untold|said|unsaid': 'what it holds, notifications',
  asked: 'what it asks, RestoreQuestion',
  kept: 'stored, storedEntry',
  'stand|standing': 'status',
  ways: 'restoreOptions',
  turns: 'pollSchedule',
  'somebody|nobody': 'who it is',
  'ticked|unticked': 'selected',
  'licence|colour|cancelling': 'license, color, canceling',
};

/** Every forbidden phrase. */
export const PHRASES: readonly Phrase[] = [
  ...phrases(everyText, { ...voice, ...spelling }),
  ...phrases(['screen', 'document', 'comment'], things),
  ...phrases(['screen', 'document'], sentences),
  ...phrases(['screen'], onScreen),
  ...phrases(['screen'], onScreenByCase, true),
  ...phrases(['name'], names),
];

/** Words of the documents, to the letter: labels of the portal and sentences in quotes. */
interface Allowed {
  readonly quote: string;
  readonly source: string;
}

/** What texts may quote although a phrase of the list is in it. */
export const ALLOWED: readonly Allowed[] = [
  { quote: 'Select Recovery point', source: 'Restore Azure Disks: name of a step' },
  { quote: 'Select recovery point', source: 'Restore Azure Disks: name of a step' },
  {
    quote: 'Ensure the machine meets the requirements before executing the script',
    source: 'Recover files from Azure virtual machine backup: heading of step 2',
  },
];

/** Azure's own words, as search knows them: texts that are nothing else. */
export const LABELS: readonly Allowed[] = [
  { quote: 'Protected item', source: 'Resiliency: page of an Azure VM' },
  { quote: 'Recovery point', source: 'REST API of Azure Backup: Recovery Points' },
];
