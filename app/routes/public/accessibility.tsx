import { InformationPage } from "#app/components/frame/information-page.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Accessibility statement", description: "How easy this site is to use for everyone, how that is tested, and what to do if something does not work.", canonical: "/accessibility" });

export default function Accessibility() {
  return (
    <InformationPage title="Accessibility statement" lead="We want everyone to be able to use this site, on any device and with any aid." updated="22 November 2026">
      <h2>What you should be able to do</h2>
      <ul>
        <li>zoom in to 400% without the text running off the screen</li>
        <li>use every page with a keyboard only, or with speech</li>
        <li>listen to every page with a screen reader</li>
        <li>use every page with JavaScript turned off</li>
        <li>change colours, contrast and fonts in your browser</li>
        <li>print any page without the menus</li>
      </ul>
      <p><a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to use.</p>
      <h2>How well it meets the standard</h2>
      <p>This site aims to meet the Web Content Accessibility Guidelines, version 2.2, level AA. The tests below found nothing that does not. Software finds only part of what can be wrong, so we do not say that it meets all of it until people have tested it.</p>
      <h2>What was tested, and how</h2>
      <Table
        caption="Results on 22 November 2026"
        captionSize="s"
        columns={[{ label: "What" }, { label: "How" }, { label: "Result" }]}
        rows={[
          { key: "rules", cells: ["Each kind of page, public and signed in, with its errors and refusals", "By software (axe-core, the rules for levels A and AA and for good practice) in the Chromium browser, 1,280 pixels wide", "Nothing found"] },
          { key: "narrow", cells: ["The same pages, narrow", "The same, 320 pixels wide, which is what 400% zoom shows", "Nothing found; no text runs off the screen"] },
          { key: "keyboard", cells: ["Signing a document, and putting the sections of a draft in order", "Carried out by software with the keyboard alone", "Can be done; other tasks were not tested this way"] },
          { key: "scripts", cells: ["The main tasks: reading, comparing, drafting, signing, publishing", "Carried out in a browser with JavaScript turned off", "Each can be done"] },
          { key: "pdf", cells: ["PDF files that this site makes", "Made to the standard PDF/UA-1, with tags for headings, lists and tables", "Tagged; not read through with a screen reader"] },
          { key: "people", cells: ["Screen readers, speech control, magnifiers", "Not yet tested by people who use them", "Not known"] },
        ]}
      />
      <h2>What we know is not good enough</h2>
      <ul>
        <li>A document may be published as a PDF that was made elsewhere. We cannot make such a file accessible. Ask the partnership for it in another form.</li>
        <li>In a comparison of two versions, words put in and taken out are announced one by one, which can be long to listen to. Each section says in one line how much changed.</li>
        <li>The words of each document are written by the partnership that publishes it. Some use long sentences or terms of the trade. The <a href="/glossary">glossary</a> explains the terms.</li>
      </ul>
      <h2>If something does not work for you</h2>
      <p>Tell the partnership whose page it is. Its first page on this site says who is accountable. Ask for what you need in another form, such as large print, easy read or audio.</p>
      <p>If you are not happy with the reply, contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
    </InformationPage>
  );
}
