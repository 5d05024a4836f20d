import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';

type ReasonFormProps = {
  label: string;
  /** The verb on the button. */
  action: string;
  required?: boolean;
  busy: boolean;
  error: unknown;
  /** Further fields, above the words. */
  children?: ReactNode;
  onSend: (words: string) => void;
  onClose: () => void;
};

/** A command that a person explains. */
export function ReasonForm({
  label,
  action,
  required = true,
  busy,
  error,
  children,
  onSend,
  onClose,
}: ReasonFormProps) {
  const say = useRoadmapTexts();
  const [words, setWords] = useState('');
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSend(words.trim());
      }}
    >
      <Stack gap="sm">
        {children}
        <Textarea
          label={label}
          required={required}
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <RefusalMessage error={error} />
        <Group gap="xs">
          <Button type="submit" loading={busy}>
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
