import { documentWords, youngPeople } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { searchPath, type SnippetPart, type TextQuery, type TextResult } from "#app/domain/publication/text-search.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Where the words were found, the likeliest first: each with a link to the very section. */
export function ResultList({ results }: { results: readonly TextResult[] }) {
  return (
    <ol className="records">
      {results.map((result) => {
        const at = { slug: result.slug, kind: result.kind };
        const page = result.current ? pathTo.document(at) : pathTo.version(at, result.number);
        const forYoungPeople = result.anchor === youngPeople.anchor;
        const href = forYoungPeople ? pathTo.youngPeople(at, result.current ? undefined : result.number) : result.anchor === "" ? page : `${page}#${result.anchor}`;
        return (
          <li key={`${page} ${result.anchor}`}>
            <h3><a className="govuk-link" href={href}>{forYoungPeople ? `${youngPeople.audience}: ` : result.section > 0 && result.section <= 1000 && `${String(result.section)}. `}{result.title}</a></h3>
            {result.snippet.length > 0 && <p><Snippet parts={result.snippet} /></p>}
            <p className="muted">{result.partnership}: {documentWords(result.kind).name.toLowerCase()}, version {result.number}, published {showDate(result.publishedAt)}{!result.current && ". No longer current"}</p>
          </li>
        );
      })}
    </ol>
  );
}

function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  return <>{parts.map(({ hit, text }, at) => (hit ? <mark key={at}>{text}</mark> : text))}</>;
}

/** What to do when nothing was found, or nothing could be looked for. */
export function NothingFound({ understood, query }: { understood: boolean; query: TextQuery }) {
  const narrowed = query.partnership !== null || query.kind !== null;
  if (!understood) return <p className="govuk-body">There is no word to look for: words like “the” and “of” are everywhere, and a search needs at least one word that is not left out. Try a word about the subject, such as “thresholds” or “schools”.</p>;
  return (
    <>
      <p className="govuk-body">Nothing published holds these words. You could:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>check the spelling, or use fewer words</li>
        {narrowed && <li><a className="govuk-link" href={searchPath({ ...query, partnership: null, kind: null })}>search every document of every partnership</a></li>}
        {!query.earlier && <li><a className="govuk-link" href={searchPath({ ...query, earlier: true })}>include earlier versions</a></li>}
        <li><a className="govuk-link" href="/">find a partnership by its name</a></li>
      </ul>
    </>
  );
}
