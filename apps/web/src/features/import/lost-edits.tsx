import { Alert, Button, Group, Text } from '@mantine/core';
import type { RereadAnswer } from '@nastavnik/contracts/imports';
import { useEffect, useRef } from 'react';
import { useImportTexts } from './import-texts.ts';

type LostEditsProps = { lost: RereadAnswer['edits']['lost']; onUndo: () => void; onClose: () => void };

/** Edits that the file, read anew, has no room for: each with what had been written, and the way back. Takes the focus. */
export function LostEdits({ lost, onUndo, onClose }: LostEditsProps) {
  const say = useImportTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [lost]);
  return (
    <Alert ref={box} tabIndex={-1} role="alert" variant="default" title={say('lost.heading', { count: lost.length })}>
      <ul>
        {lost.map(({ title, field, text }, index) => (
          <li key={index}>
            {title} — {say(`lost.${field}`)}
            {text !== '' && text !== title && <>: «{text}»</>}
          </li>
        ))}
      </ul>
      <Text size="sm">{say('lost.lead')}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={onUndo}>
          {say('lost.undo')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {say('lost.close')}
        </Button>
      </Group>
    </Alert>
  );
}
