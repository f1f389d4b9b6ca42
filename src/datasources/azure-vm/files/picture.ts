import type { FileView } from '#src/datasources/azure-vm/files/model.ts';
import { filePlanOf } from '#src/datasources/azure-vm/files/plan.ts';
import { pointCard, pointDisks, pointPart } from '#src/datasources/azure-vm/picture.ts';
import { durationText } from '#src/lib/format.ts';
import { SESSION_MS } from '#src/model/file-recovery.ts';
import { course } from '#src/strings/course.ts';
import { restoreParts as words } from '#src/strings/restore-parts.ts';
import { whereToRun } from '#src/strings/file-runner.ts';
import { absent, readingOf } from '#src/ui/picture/model.ts';
import { cardOf, type TaskPicture, totalOf } from '#src/wizard/picture.ts';
import { ofYou } from '#src/wizard/course.ts';
import { known } from '#src/wizard/read.ts';
import type { PictureProps } from '#src/wizard/task.ts';

/** The picture of a draft. */
export const FilePicture = ({ view, draw }: PictureProps<FileView>) =>
  draw(() => filePictureOf(view));

/** All is done by a person, once Azure has made the script. */
const STEPS = [
  ofYou('run', course.runScript, course.note.you),
  ofYou('copy', course.copyFiles, course.note.you),
  ofYou('unmount', course.unmount, course.note.you),
];

/** What a file recovery does, as a picture: a script mounts the volumes on a computer, and nothing is lost. Pure. */
export function filePictureOf(view: FileView): TaskPicture {
  const { instance, point, isOnSource } = view.shown;
  const source = known(view.reads.instance)?.friendlyName;
  return {
    model: {
      state: instance === null || point === null ? 'choosing' : 'configured',
      sentence: filePlanOf(view).sentence,
      source: pointCard(view),
      point: pointPart(view),
      moves: {
        id: 'moves',
        sizeGiB: totalOf(pointDisks(view, 'unchanged', 'moved')),
        duration: absent,
        loss: absent,
        under: [],
      },
      result: cardOf({
        id: 'result',
        name: words.result,
        icon: 'computer',
        title: readingOf(
          isOnSource === 'yes' && source !== undefined ? source : words.targetSystem,
        ),
        fate: 'new',
        field: 'isOnSource',
        isFrame: true,
        lines: [readingOf(whereToRun[isOnSource ?? 'no'])],
        others: [
          {
            id: 'script',
            name: words.script,
            fate: 'new',
            text: readingOf(words.scriptValid(durationText(SESSION_MS))),
          },
        ],
      }),
      networks: [],
      pins: [],
    },
    partOf: { instance: 'source', runnerSystem: 'result', sourceSystem: 'source' },
    course: { steps: STEPS },
  };
}
