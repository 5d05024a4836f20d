import { Progress, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useUiTexts } from './ui-texts.ts';

type ProgressLineProps = { label: string; done: number; total: number; compact?: boolean };

/** How far something is, always with its numbers: «12 из 18». */
export function ProgressLine({ label, done, total, compact = false }: ProgressLineProps) {
  const say = useUiTexts();
  const id = useId();
  const share = total === 0 ? 0 : Math.round((done / total) * 100);
  const words = say('progress.of', { done, total });
  return (
    <Stack gap={4}>
      <Text size="sm" id={id} className={compact ? 'unseen' : 'figures'}>
        {label}: {words}
      </Text>
      <Progress.Root size={compact ? 6 : 8} radius="xl">
        <Progress.Section value={share} aria-labelledby={id} aria-valuetext={words} />
      </Progress.Root>
    </Stack>
  );
}
