import { standingKinds, documentWords } from "#app/domain/documents/vocabulary.ts";
import { abbreviations } from "#app/domain/shared/abbreviations.ts";
import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "About this site", description: "Who must work together to keep children safe in each part of England, and what this site shows about it.", canonical: "/about" });

const listed = new Intl.ListFormat("en-GB").format(standingKinds.map((kind) => documentWords(kind).the));

export default function About() {
  return (
    <InformationPage title="About this site" lead="In each part of England the council, the NHS and the police share one duty to keep children safe. This site shows how they do it." updated="28 November 2026">
      <h2>Who is accountable</h2>
      <p>Three kinds of body are the <strong>safeguarding partners</strong> of an area:</p>
      <ul>
        <li>the council</li>
        <li>each NHS {abbreviations.ICB} (ICB), which plans health services</li>
        <li>each police force, through its chief officer</li>
      </ul>
      <p>Their duty is equal and joint. Each has a named leader, the <strong>{abbreviations.LSP}</strong> (LSP), who answers for it in public. Each leader gives day-to-day work to a senior colleague, the <strong>{abbreviations.DSP}</strong> (DSP), but stays accountable. The <a href="/directory">directory</a> says who they are everywhere.</p>
      <h2>What they must do</h2>
      <p>The law is the Children Act 2004. The government’s guidance is called <cite>Working Together to Safeguard Children</cite>. Between them they ask the partners to:</p>
      <ul>
        <li>agree how they will work together and with schools, charities and others, and publish it</li>
        <li>say how much each partner pays, so that families can see it</li>
        <li>have someone independent check their work</li>
        <li>learn when a child is seriously harmed</li>
        <li>report every year on what they did and what difference it made</li>
      </ul>
      <h2>What this site does</h2>
      <p>Partners write, review and sign documents here: so far {listed}, and the budget of each financial year. A document is published only when the leader of every partner has signed the same version. After that it cannot be changed: a correction is a new version, and the old one stays where it was.</p>
      <p>Each signed version has a fingerprint, a long number worked out from its exact text. Anyone can check that what they read is what was signed.</p>
      <p>The <a href="/funding">funding pages</a> show what each partner gave, what it was spent on and what changed, to the penny.</p>
      <h2>What it does not do</h2>
      <p>It holds nothing about any child. It takes no reports: see <a href="/report-a-concern">how to report a concern</a>; each partnership’s own page gives its councils’ numbers where it has recorded them. It does not judge whether a partnership does its work well. Independent scrutineers and inspectors do that.</p>
    </InformationPage>
  );
}
