import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useId, useRef, useState } from 'react';
import classes from './file-drop.module.css';
import { IconUpload } from './icons.ts';
import { useUiTexts } from './ui-texts.ts';

type FileDropProps = {
  /** Endings with the dot: `.docx`. The server looks at the bytes again. */
  endings: readonly string[];
  limitMegabytes: number;
  multiple?: boolean;
  busy?: boolean;
  /** What may be dropped, in a sentence; and other ways in, such as pasting. */
  children?: ReactNode;
  onFiles: (files: readonly File[]) => void;
};

/** Takes files that are dropped or chosen; the button is what the keyboard and the screen reader use. */
export function FileDrop({
  endings,
  limitMegabytes,
  multiple = false,
  busy = false,
  children,
  onFiles,
}: FileDropProps) {
  const say = useUiTexts();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const hint = useId();

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const large = files.find((file) => file.size > limitMegabytes * 1024 * 1024);
    const strange = files.find((file) => !endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
    if (large) return setProblem(say('drop.tooLarge', { name: large.name, limit: limitMegabytes }));
    if (strange) return setProblem(say('drop.type', { name: strange.name, types: endings.join(', ') }));
    setProblem(undefined);
    if (files.length > 0) onFiles(files);
  };

  return (
    // Dropping is a shortcut for the mouse; the button inside does the same for everyone.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classes['drop']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={field}
        type="file"
        hidden
        accept={endings.join(',')}
        multiple={multiple}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Stack align="center" gap="xs">
        <IconUpload size={32} stroke={1.5} aria-hidden />
        <Text fw={600} visibleFrom="xs">
          {say('drop.here')}
        </Text>
        <Group gap="xs" justify="center">
          <Text c="dimmed" visibleFrom="xs">
            {say('drop.or')}
          </Text>
          <Button loading={busy} onClick={() => field.current?.click()} aria-describedby={hint}>
            {say('drop.choose')}
          </Button>
        </Group>
        <Text id={hint} component="div" size="sm" c="dimmed" ta="center">
          {children}
        </Text>
        {problem && (
          <Text role="alert" c="var(--state-late-text)">
            {problem}
          </Text>
        )}
      </Stack>
    </div>
  );
}
