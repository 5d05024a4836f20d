import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { toldAbout } from '../../../ui/toast.tsx';
import { ReasonForm } from '../item/reason-form.tsx';
import { usePlanEdits, useRoadmapCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { AgreeForm } from './agree-form.tsx';
import { ApproveForm } from './approve-form.tsx';
import { CloseForm } from './close-form.tsx';
import { ConsiderForm } from './consider-form.tsx';
import type { Step } from './next-steps.ts';
import { PendingAmendment } from './pending-amendment.tsx';

type StepDialogProps = { plan: Roadmap; step: Step; onClose: () => void };

/** A step that is written down with its words: minutes, order, reason. */
export function StepDialog({ plan, step, onClose }: StepDialogProps) {
  const say = useRoadmapTexts();
  const navigate = useNavigate();
  const command = useRoadmapCommand(plan.id);
  const { amend, removeRoadmap } = usePlanEdits(plan.id);
  const beginning = useMutation({
    mutationFn: amend,
    onSuccess: async (id) => {
      onClose();
      await navigate({ to: '/roadmap/$roadmapId', params: { roadmapId: id } });
    },
  });
  const removal = useMutation({
    mutationFn: removeRoadmap,
    onSuccess: async () => {
      toldAbout(say('step.remove.done'));
      await navigate({ to: '/roadmap' });
    },
  });
  const send = (path: string) => (body: unknown) =>
    command.mutate(
      { path, body },
      {
        onSuccess: () => {
          toldAbout(say(`step.${step}.done`));
          onClose();
        },
      },
    );
  const form = { plan, busy: command.isPending, error: command.error, onClose };
  if (step === 'remove') {
    return (
      <ConfirmDialog
        opened
        title={say('step.remove')}
        action={say('step.remove')}
        busy={removal.isPending}
        error={removal.error}
        onConfirm={() => removal.mutate()}
        onClose={onClose}
      >
        {say('remove.what', { title: plan.title, count: plan.items.length })}
      </ConfirmDialog>
    );
  }
  return (
    <Dialog opened title={say(`step.${step}`)} onClose={onClose} size="lg">
      {step === 'considerByCouncil' && <ConsiderForm {...form} onSend={send('/consider')} />}
      {step === 'agree' && <AgreeForm {...form} onSend={send('/agree')} />}
      {step === 'approve' && <ApproveForm {...form} onSend={send('/approve')} />}
      {step === 'close' && <CloseForm {...form} onSend={send('/close')} />}
      {step === 'return' && (
        <ReasonForm
          {...form}
          label={say('return.comment')}
          action={say('step.return')}
          onSend={(comment) => send('/return')({ comment })}
        />
      )}
      {step === 'amend' && <PendingAmendment error={beginning.error} />}
      {step === 'amend' && (
        <ReasonForm
          label={say('amend.reason')}
          action={say('amend.do')}
          busy={beginning.isPending}
          error={beginning.error}
          onSend={(reason) => beginning.mutate(reason)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
