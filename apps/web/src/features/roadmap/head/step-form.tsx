import { Button, Group, Stack } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import type { ReactNode } from 'react';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';

/** What every form of a step is given. */
export type StepFormProps = {
  plan: Roadmap;
  busy: boolean;
  error: unknown;
  onSend: (body: unknown) => void;
  onClose: () => void;
};

type FrameProps = {
  action: string;
  busy: boolean;
  error: unknown;
  ready?: boolean;
  children: ReactNode;
  onSend: () => void;
  onClose: () => void;
};

/** The frame of every form that writes a decision down. */
export function StepForm({ action, busy, error, ready = true, children, onSend, onClose }: FrameProps) {
  const say = useRoadmapTexts();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Stack gap="sm">
        {children}
        <RefusalMessage error={error} />
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={!ready}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('edit.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
