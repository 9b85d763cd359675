// The acts of the wizard that a script can name, and the tasks of Session.goTo(): made of the table in
// src/wizard/state/actions.h when its test runs with FTT_UPDATE_GOLDENS=1.
//
// Does not know what they do.

// The file field that takes a file by its digest alone.
export const evidenceFile = 'act.evidence.file';

// The step where dropped files go to the report on many packets.
export const reportStep = 'step:report';

// The file fields of the report on many packets, by what each takes.
export const sheetFields = {
  actuals: 'report.actuals',
  headcount: 'report.headcount',
  timeCodes: 'report.timeCodes',
  previous: 'report.previous',
};

export const accessibilityOpen = 'accessibility.open';
export const actionsBack = 'actions.back';
export const actionsCheck = 'actions.check';
export const actionsNext = 'actions.next';
export const actualsAdd = 'actuals.add';
export const anewBegin = 'anew.begin';
export const anotherBegin = 'another.begin';
export const anotherKeep = 'another.keep';
export const assumedConfirm = 'assumed.confirm';
export const bannerHelp = 'banner.help';
export const bannerOpen = 'banner.open';
export const bannerPrint = 'banner.print';
export const bannerReferences = 'banner.references';
export const bannerSave = 'banner.save';
export const bannerSwitch = 'banner.switch';
export const bannerUndo = 'banner.undo';
export const casesOpen = 'cases.open';
export const chainAnew = 'chain.anew';
export const chainCopyMail = 'chain.copy_mail';
export const chainDate = 'chain.date';
export const chainEntriesNext = 'chain.entries.next';
export const chainEntriesPrevious = 'chain.entries.previous';
export const chainLeave = 'chain.leave';
export const chainRecord = 'chain.record';
export const chainSave = 'chain.save';
export const changeAgain = 'change.again';
export const changeBeginNew = 'change.begin_new';
export const changePrint = 'change.print';
export const changeSave = 'change.save';
export const checkDatesSave = 'check.dates.save';
export const checkFill = 'check.fill';
export const checkPage = 'check.page';
export const checkPrint = 'check.print';
export const checkSave = 'check.save';
export const compareAgain = 'compare.again';
export const estimateCopy = 'estimate.copy';
export const estimateLink = 'estimate.link';
export const estimatePacket = 'estimate.packet';
export const estimatePrint = 'estimate.print';
export const helpAccessibility = 'help.accessibility';
export const helpCases = 'help.cases';
export const helpClose = 'help.close';
export const helpPrivacy = 'help.privacy';
export const helperTake = 'helper.take';
export const helperTakeSum = 'helper.take_sum';
export const inboxCancel = 'inbox.cancel';
export const inboxFiles = 'inbox.files';
export const inboxFolder = 'inbox.folder';
export const inboxNext = 'inbox.next';
export const inboxPrevious = 'inbox.previous';
export const keptAnew = 'kept.anew';
export const keptForgetAll = 'kept.forget_all';
export const keptForgetThis = 'kept.forget_this';
export const keptNo = 'kept.no';
export const keptSaveAside = 'kept.save_aside';
export const keptYes = 'kept.yes';
export const mainNoticeClose = 'main.notice.close';
export const openCompare = 'open.compare';
export const openFailedClose = 'open.failed.close';
export const openKeep = 'open.keep';
export const openMerge = 'open.merge';
export const openReplace = 'open.replace';
export const printChosen = 'print.chosen';
export const recruitBegin = 'recruit.begin';
export const recruitKeep = 'recruit.keep';
export const reportCancel = 'report.cancel';
export const reportFiles = 'report.files';
export const reportFolder = 'report.folder';
export const reportMake = 'report.make';
export const restatementClose = 'restatement.close';
export const reviewTake = 'review.take';
export const reviewThis = 'review.this';
export const sampleOpen = 'sample.open';
export const startEstimate = 'start.estimate';
export const startPacket = 'start.packet';
export const startEligibility = 'start.eligibility';
export const startReview = 'start.review';
export const startRecruit = 'start.recruit';
export const startChange = 'start.change';
export const startCompare = 'start.compare';
export const startInbox = 'start.inbox';
export const startReport = 'start.report';
export const topicNext = 'topic.next';
export const topicOn = 'topic.on';
export const travelTakeShare = 'travel.take_share';
export const whatIfReset = 'what_if.reset';
export const whatIfTake = 'what_if.take';

export const tasks = ['start', 'estimate', 'packet', 'eligibility', 'review', 'recruit', 'change', 'compare', 'inbox', 'report'];
