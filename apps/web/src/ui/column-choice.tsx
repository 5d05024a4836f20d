import { ActionIcon, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from './icons.ts';
import { useUiTexts } from './ui-texts.ts';

type ColumnChoiceProps = {
  columns: readonly { id: string; title: string; main?: boolean }[];
  isShown: (id: string) => boolean;
  onToggle: (id: string) => void;
};

/** Which columns a table shows; the main one always stands. */
export function ColumnChoice({ columns, isShown, onToggle }: ColumnChoiceProps) {
  const say = useUiTexts();
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" className="no-print" aria-label={say('columns.choose')}>
          <IconColumns size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              label={column.title}
              disabled={column.main ?? false}
              checked={isShown(column.id)}
              onChange={() => onToggle(column.id)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
