import { TextInput, type TextInputProps } from '@mantine/core';
import { isPlainDate, type PlainDate } from '@nastavnik/domain/calendar/plain-date';

type DateFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max'> & {
  value: PlainDate | null;
  onChange: (day: PlainDate | null) => void;
  min?: PlainDate | undefined;
  max?: PlainDate | undefined;
};

/** A calendar day: the browser's own field, which phones and screen readers know. Empty or unfinished is null. */
export function DateField({ value, onChange, min, max, ...rest }: DateFieldProps) {
  return (
    <TextInput
      type="date"
      w={{ base: '100%', xs: '12rem' }}
      {...(min ? { min } : {})}
      {...(max ? { max } : {})}
      {...rest}
      defaultValue={undefined}
      value={value ?? ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(isPlainDate(text) ? text : null);
      }}
    />
  );
}
