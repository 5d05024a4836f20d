import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from './icons.ts';
import { useUiTexts } from './ui-texts.ts';

/** A text to be taken elsewhere: a link, a key. */
export function CopyField({ label, value, description }: { label: string; value: string; description?: string }) {
  const say = useUiTexts();
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        label={label}
        {...(description ? { description } : {})}
        value={value}
        readOnly
        flex="1 1 14rem"
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant={copied ? 'light' : 'filled'}
            leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            onClick={copy}
            aria-live="polite"
          >
            {copied ? say('copied') : say('copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
