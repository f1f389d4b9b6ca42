/**
 * Each sentence that claims something (`claimsIn` finds them), by the key of its text: where its facts are tried, or
 * why it claims nothing. `key*2`: so many sentences of one text do. A period or a slash at the end: all of a group.
 */

/** Sentences that have their facts, or are listed as claiming nothing, in a table of claims. */
export const IN_TABLES = `
  actions. afterwards. checks.target. commvaultJob.afterwards. commvaultJob.leaves. commvaultJob.result.
  deploy.network.none deploy.progress. diskActions.noFree diskActions.noSystem diskChecks.afterwards.
  diskPages.job.result. diskPages.list. drafts. fileSession.ready. fileSession.review. fileSession.stage.
  flow.hint.noAccount instance.points.noneFitBody*2 instances.none instances.noneFit instances.secondary.noVaults
  jobs.ended.noneFit. jobs.ended.noneOf. jobs.noneFit. jobs.noneOf. jobs.searched leftovers. lists.searched mountedPoints. nextSteps.found*2
  outage.network. outage.region. readBack.existing. outage.zone. overview.attention.none overview.attention.noneRead overview.day. record.now. recoverFiles. secondJobs.
  sessionNotification. sessions. submission.accepted. submission.adopted. submission.begunSince.
  submission.earlier. submission.groupMade. submission.heldBack. submission.noAnswer. submission.notSent.
  submission.preparing. submission.refusal. submission.refusedByAzure. submission.sameTarget. submission.script.
  submission.sending. submission.signedOut. vaults.change. vaults.none vaults.noneFit verdicts. otherVerdicts.
  whatHappened.answer.noPoints whatHappened.answer.noPointBefore whatHappened.answer.noPointRead
  whatHappened.answer.notEncrypted wizard.drafts. wizard.trouble.
`;

/** Where the facts of others are tried, by the title of a test or of a group of tests. */
export const TRIED: Readonly<Record<string, string>> = {
  '%s, %s': 'preflight.',
  'a blob that cannot be read': 'deploy.trouble.',
  'a connection that does not work': 'connection.trouble.',
  'a job can’t be canceled': 'canceling.',
  'a job that is watched': 'tabTitle.',
  'a problem “%s” names the service that it is of': 'common.problem.',
  'a source that no longer exists': 'picture.fates.gone picture.line.gone',
  'a validation that succeeded at noon': 'diskChecks.validation.',
  'Azure Disk: %s': 'pages.job.point.gone pages.job.point.noDisk',
  'error %s %s is mended at %s in the step %s': 'fieldsThatMend.',
  'each sentence about what exists goes as far as its read':
    'noneOf. picture.fates.notFound readBack.headline.there readBack.state.notFound',
  'evidence reads well: %j': 'evidenceText*3',
  'is all that exists where the machine is gone': 'whatHappened.ofGone.',
  'is notified as accepted once and as ended once, over two tabs': 'notification.',
  'is validated, predicted and deployed, and its VM runs with the restored disks': 'deploy.judge.',
  'one thing that is not in place': 'diskChecks.prerequisites.',
  'say that it no longer exists, and never that it is not touched':
    'plan.gone plan.line.gone plan.notTouched plan.nothingToReplace',
  'say that no VM is known where one would be read':
    'nextSteps.noMachine. nextSteps.noUsedMachine stepActions.gone',
  'the sentence by kind and state': 'handOver.ended',
  'the table has a row for each sentence, and each row facts that make it false':
    'whatHappened.health.none',
};

/** Sentences that need no table, by why. */
export const CLAIM_NOTHING: Readonly<Record<string, string>> = {
  'a label, a choice, a link or a question': `
    TYPED_WORDS.happened aboutMachine.dc.single-dc-single-domain choiceWords.scenario.none common.sameInAll
    commvaultLists.jobs.ran commvaultLists.readSoFar.readAll commvaultSearch.heading commvaultSearch.jobs.heading
    comparison.all comparison.differing constraints.about constraints.closeAll constraints.one.all constraints.openAll
    deploy.machine.noZone diskPages.vaults.one.allDisks diskPages.vaults.one.allJobs fileSession.troubles.none
    filters.all filters.clear filters.none firstVisit.tries.blocked flow.suggested.only instance.can.whyNot
    instance.can.whyNotChecked instance.history.all instance.jobs.all instance.points.showAll
    instance.points.showAllDays instances.older.12h instances.older.24h instances.older.48h instances.older.7d
    jobs.allInstances jobs.ended.what jobs.oneInstance nextSteps.readingAgain nextSteps.undone
    notifications.ended progress.noEstimate running.noEstimate
    notifications.markAllRead notifications.showBar overview.attention.allFailed overview.day.allJobs
    overview.oldPoints.title overview.scenarios.machine-deleted.name overview.whatHappened.all pages.jobs.window
    picture.chart.ended preflight.check.others rules/fields.ts running.allLabel running.allReady running.figures.ready runningBar.showAll
    searchResults.allRules searchResults.disks.all searchResults.instances.all searchResults.notLoaded.all
    searchResults.vaults.all shortcuts.parts.keys shortcuts.parts.title vendorFit.none whatHappened.answer.toInstance
    whatHappened.restoreOptions.disks wizard.answers.whyNo wizard.explain.hideWhyNot wizard.explain.whyNot
    wizard.explain.whyRefused wizard.network.public wizard.noOptions wizard.point.crashOnly
  `,
  'advice, a plan or an explanation: nothing has happened': `
    common.paused.advice common.way.gone commvaultLists.readSoFar.hint connection.accessHint deploy.edit.
    deploy.machine.availabilityHint deploy.machine.availabilityOrZone diskActions.line. diskActions.noneBody
    diskActions.original fileSession.plan. filters.time.leftOut flow.hint.confirm flow.hint.deletes flow.hint.nics
    flow.plan. flow.review. lessAfter. plan.cancelUntil. review.always ruleExample. runner. scriptTroubles.
    softDelete.line. softDelete.permission stalled.advice. stepActions.field. submission.availabilitySet
    submission.consequence. submission.groupNote submission.noWay submission.nothingChanged submission.requestMissing
    submission.rightNote submission.snapshotFirst submission.stagedVhds submission.warningsRead. unmount.line.
    vaults.confirm. vendorFit.about wayOn. whatHappened.answer.needsTime whatHappened.does. whatHappened.health.inZone
    whatHappened.lead whatHappened.leaves. whatHappened.less. whatHappened.scenario.
    wizard.configuration.onlyReplace
  `,
  'a documented limit, or what a code of an answer means': `
    commands. commvaultJob.mend. comparison.meaning. comparison.onlyPoints datasources/commvault-vm/CommvaultJob.tsx
    jobs.ended.causes.
    diskCommands. diskFlow.network.body diskFlow.point.expired. factFrom.product flow.hint.nothingReports
    instance.history.crossRegion notKnown.nobody. outage.needsPair reasons. rules/catalogue/
    signInPage. softDelete.noPoints vaults.crossRegion. vaults.crossSubscription. vaults.moved. vmCommands.
    wizard.configuration.sameIdentity wizard.configuration.withoutSubnet.rule
  `,
  'that something wasn’t read, reported or checked': `
    api/arm/entra.ts api/arm/error.ts api/arm/operation.ts api/arm/sign-in.ts api/queries/deployments.ts*2
    api/queries/disk-restores.ts api/queries/paged.ts common.notInCut commvaultJob.waits.reason
    commvaultJob.waits.title commvaultJob.whyNoStages connection.status.notTested coverage.found coverage.ofTemplate
    diskActions.gone diskFlow.point.gone flow.point.gone instance.can.isNotChecked instances.unread.notChecked
    instances.unread.some*2 jobs.csv.resultNotInList jobs.csv.resultUnread jobs.ended.unread
    noEta.noBytes noEta.nothing noEta.pastNotRead noEta.standsStill noTypical notKnown.cut
    overview.attention.noReason overview.scopeNotRead overview.scopeReading patienceText*2 plan.noTime
    progress.percentAsOf searchResults.source.notSeen stepActions.noVault submission.waits.pointGone
    submission.waits.points submission.writesSincePoint transfer.noJob transfer.noTask transfer.title
    unusedChoices.gone unusedChoices.onlySnapshot unusedChoices.pointGone vaults.unread.notChecked vendorFit.noPast
  `,
  'what this browser did, didn’t send, or keeps': `
    common.link.here handOver.simulated actions/ adoptedDraftsNote.ofAccount*2 adoptedDraftsNote.ofDemo api/arm/send.ts*5 api/blobs.ts
    api/commvault/session.ts common.copyByHand connection.accessError connection.note.body connection.note.notNamed
    datasources/azure-vm/ datasources/registry.ts record.noJob*2 record.none.afterwards renewal.notReached.body
    renewal.notReached.title rules/engine.ts rules/known.ts settings.config.title settings.config.wrong settings.none
    shell.cannotStart.reason.no-service-worker shell.cannotStart.safe shell.failed.title shell.missing.title
    shell.notConfigured.body shell.notConfigured.title shell.notFound.body*2 shell.notFound.title
    shell.offline shell.startFailed.body shell.storageBlocked.body shell.tooOld.body wizard.draftInTab.forbidden
    wizard.draftInTab.full
  `,
  'what a person typed, opened or selected': `
    checks.waits constraints.none constraints.noneFor constraints.one.unknown constraints.one.unknownId
    deploy.parameters.problem.missing deploy.wrongFile.config deploy.wrongFile.list deploy.wrongFile.noText
    deploy.wrongFile.otherJson*2 deploy.wrongFile.resource deploy.wrongFile.web filters.day.unreadable
    filters.time.unreadable instance.unknown instance.unknownBody*2 notKnown.notChosen notKnown.question
    pages.job.unknown pages.job.unknownBody*2 plan.line.nothing plan.someName recoverFiles.nothingChosen
    suggested.noneSelected timeline.none vaults.one.unknown vaults.one.unknownBody*2 vendorFit.unknown
    whatHappened.unknown.before whatHappened.unknown.instance whatHappened.unknown.what wizard.noSuchStep.body
    wizard.noSuchStep.title
  `,
  'what the rules say of the facts that were read': `
    instance.can.isNotPossible rules/facts/ suggested.noPoint vendorFit.noRefusal whatHappened.answer.none
    wizard.explain.isNotPossible
  `,
  'one value of one read, or a whole list that is empty': `
    commvaultInstance.facts.deletedMeans commvaultInstance.points.none commvaultInstance.points.noneBody
    commvaultLists.jobs.none commvaultLists.jobs.noneFit commvaultLists.readSoFar.all commvaultLists.vms.none
    commvaultLists.vms.noneFit comparison.gone comparison.isPublic comparison.platformKeys deploy.network.full
    deploy.none diskActions.field.full diskActions.hidden*2 diskActions.noData diskActions.noLun
    diskActions.noMachine.attach diskActions.noMachine.swap diskActions.noTarget diskActions.noVm diskActions.none
    diskActions.problem.full diskFlow.instance.shown diskFlow.point.none diskFlow.review.gone
    diskPages.instance.facts.deletedMeans diskPages.instance.facts.unattached diskPages.instance.machine.notProtected
    diskPages.instance.points.none diskPages.ownDisks.none diskPages.vaults.identity.none diskPages.vaults.none
    diskPages.vaults.noneFit diskPages.vaults.noneFitBody diskPages.vaults.one.disksNone diskPages.vaults.one.jobsNone
    flow.hint.confirmGone*2 flow.hint.fullSubnets*2 flow.hint.inPlaceGone*2 flow.instance.none flow.point.none handOver.noProgress
    instance.facts.deletedMeans*2 instance.facts.never instance.facts.none instance.history.none instance.jobs.none
    instance.points.none instance.points.noneFit instances.noPoint instances.secondary.none
    instances.secondary.noneFit jobs.secondary.off jobs.secondary.unpaired nextSteps.short.title notYetInVault.ended
    notYetInVault.running outage.noCopy overview.attention.stalled overview.attention.stalledSince overview.health.none
    overview.noVaults overview.oldPoints.none pages.job.errorsNone pages.job.recommendedNone pages.job.tasksNone
    pages.jobs.none picture.line.noVm picture.line.nothingCreated picture.line.outcomeUnknown picture.line.quietSince
    picture.noNetwork picture.noNics picture.states.outcomeUnknown picture.states.stalled progress.phase.noBytes
    record.none.errors record.none.nextSteps record.none.reported record.none.subtasks record.none.warnings
    restoreOptions.needsSource running.lane.stalled running.noLimit running.noProgress running.none running.noneRead searchResults.noPoint searchResults.nothing
    softDelete.over stalled.title stepActions.nothing whatHappened.machine.concerned.gone whatHappened.machine.isGone
    whatHappened.machine.noPoint whatHappened.machine.place.gone whatHappened.machine.none*2
    wizard.configuration.full.fact wizard.configuration.full.short wizard.configuration.noAccount.none
    wizard.configuration.sameKey wizard.configuration.withoutSubnet.fact wizard.configuration.withoutSubnet.short
    wizard.empty wizard.instance.noPoint.fact wizard.instance.noPoint.short wizard.instance.shown*2 wizard.point.none
    wizard.region.none
  `,
};
