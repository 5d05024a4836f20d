import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useUiTexts } from './ui-texts.ts';

/** The outline of what is coming: a heading and some lines. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const say = useUiTexts();
  return (
    <Stack gap="sm" aria-busy="true" component="output">
      <VisuallyHidden>{say('loading')}</VisuallyHidden>
      <Skeleton height={28} width="40%" mb="sm" />
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={18} width={`${94 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
