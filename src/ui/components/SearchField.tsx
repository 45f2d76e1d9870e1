/** The most characters of a search. */
const longestSearch = 300;

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Shows a field that searches while the reader types. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  return (
    <search>
      <label class="search-field">
        {label}
        <input
          type="search"
          dir="auto"
          maxLength={longestSearch}
          value={value}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </label>
    </search>
  );
}
