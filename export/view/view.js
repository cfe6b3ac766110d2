// The script of an article: what belongs together lights up, and the claims can be
// filtered. It keeps no state in the page but classes and attributes.
(() => {
  "use strict";
  const alive = new WeakSet();

  window.lautView = (element) => {
    const inside = element.querySelectorAll("article.laut");
    for (const article of element.matches?.("article.laut") ? [element] : inside) {
      if (!alive.has(article)) {
        alive.add(article);
        enliven(article);
      }
    }
  };

  const start = () => window.lautView(document);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  // collect adds value to the list that map has under key.
  const collect = (map, key, value) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };

  function enliven(article) {
    const all = (selector, within = article) => [...within.querySelectorAll(selector)];
    const one = (selector) => article.querySelector(selector);
    const column = one(".laut-column"), none = one(".laut-none");

    // The claims, with their elements in the text and in the column.
    const pieces = new Map(), marked = new Map();
    for (const e of all(".laut-claim")) collect(pieces, e.dataset.claim, e);
    for (const e of all("[data-mark]")) collect(marked, e.dataset.mark, e);
    const claims = new Map(), cards = new Map();
    const byMark = new Map(), byEntity = new Map(); // a claim for a cue, a card for words for a speaker
    for (const card of all(".laut-card")) {
      const theirs = all(".laut-said", card).map((item) => {
        const numbers = (s) => s.split(" ").filter(Boolean);
        const who = numbers(item.dataset.who), cue = numbers(item.dataset.cue);
        const claim = {
          item, card,
          pieces: pieces.get(item.dataset.claim) ?? [],
          marks: [...who, ...cue].flatMap((n) => marked.get(n) ?? []),
        };
        for (const n of who) collect(byMark, n, card);
        for (const n of cue) collect(byMark, n, claim);
        claims.set(item.dataset.claim, claim);
        return claim;
      });
      cards.set(card, theirs);
      for (const n of card.dataset.entity.split(" ")) collect(byEntity, n, card);
    }

    // Light: what the pointer is on, or what was tapped last. Of many claims, which one
    // speaker can have, only those around what is seen light up, and others as it is scrolled.
    let lit = new Set(), now = [], kept = [];
    const many = 200;
    const around = (list, element) => {
      if (list.length <= many) return list;
      const there = list.filter((c) => element(c) !== undefined && !element(c).hidden);
      const first = (past) => { // they stand one below the other
        let low = 0, high = there.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (past(element(there[middle]).getBoundingClientRect())) high = middle;
          else low = middle + 1;
        }
        return low;
      };
      const from = first((box) => box.bottom > -innerHeight), to = first((box) => box.top > 2 * innerHeight);
      return there.slice(from, Math.min(to, from + many));
    };
    const light = (list) => {
      const next = new Set(list.map((c) => c.card));
      for (const c of around(list, (c) => c.pieces[0])) for (const e of [...c.pieces, ...c.marks]) next.add(e);
      for (const c of around(list, (c) => c.item)) next.add(c.item);
      for (const e of lit) if (!next.has(e)) e.classList.remove("laut-lit");
      for (const e of next) if (!lit.has(e)) e.classList.add("laut-lit");
      lit = next;
      now = list;
      if (list.length > many) document.addEventListener("scroll", scrolled, true);
      else document.removeEventListener("scroll", scrolled, true);
    };
    let waits = false;
    const scrolled = () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        if (article.isConnected) light(now);
        else document.removeEventListener("scroll", scrolled, true);
      });
    };
    const same = (a, b) => a.length === b.length && a.every((c, i) => c === b[i]);
    const keep = (list) => {
      kept = list;
      light(list);
      note.hidden = list.length === 0;
      note.textContent = list.length === 0 ? "" : describe(list);
    };
    // at returns the claims that an element stands for: one, or all of a speaker.
    const at = (target) => {
      const e = target.closest(".laut-claim, [data-mark], .laut-said, .laut-card h3") ?? target.closest(".laut-name");
      if (e === null) return [];
      if (e.dataset.claim !== undefined) return [claims.get(e.dataset.claim)];
      if (e.dataset.entity !== undefined) return (byEntity.get(e.dataset.entity) ?? []).flatMap((card) => cards.get(card));
      const found = e.dataset.mark === undefined ? [e.closest(".laut-card")] : byMark.get(e.dataset.mark);
      return [...new Set(found)].flatMap((x) => cards.get(x) ?? [x]);
    };

    // The note says on a phone, where the column is far away, who said what was tapped.
    const note = document.createElement("p");
    note.className = "laut-note";
    note.hidden = true;
    note.setAttribute("role", "status");
    note.lang = column.lang;
    article.append(note);
    const describe = (list) => {
      const { card, item } = list[0];
      const who = card.querySelector("bdi").textContent;
      return list.length > 1 ? `${who}: ${list.length}` : `${who} · ${item.querySelector(".laut-how").textContent}`;
    };

    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const scroll = (e, block) => e.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
    const beside = () => getComputedStyle(column).position === "sticky";

    article.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const list = at(event.target);
      const wanted = list.length > 0 ? list : kept;
      if (!same(wanted, now)) light(wanted);
    });
    article.addEventListener("pointerleave", () => light(kept));
    column.addEventListener("focusin", (event) => light(at(event.target)));
    column.addEventListener("focusout", () => light(kept));

    one(".laut-text").addEventListener("click", (event) => {
      if (!getSelection().isCollapsed) return; // somebody copies text
      const list = at(event.target);
      keep(same(list, kept) ? [] : list);
      if (kept.length > 0 && beside()) scroll(kept[0].item, "nearest");
    });

    // Filters: a speaker, kinds, a stance.
    const shown = one(".laut-shown"), reset = one(".laut-reset"), stance = one(".laut-choice select");
    const kinds = all(".laut-kinds button");
    const pressed = (button) => button.getAttribute("aria-pressed") === "true";
    const press = (button, on) => button.setAttribute("aria-pressed", String(on));
    const head = (card) => card.querySelector("h3 button");
    const filter = () => {
      const chosen = kinds.filter(pressed).map((b) => b.dataset.kind);
      const speaker = [...cards.keys()].find((card) => pressed(head(card)));
      let n = 0;
      for (const [card, list] of cards) {
        let some = false;
        for (const { item, pieces } of list) {
          const fits = (chosen.length === 0 || chosen.includes(item.dataset.kind)) &&
            (stance.value === "" || stance.value === item.dataset.stance);
          const on = fits && (speaker === undefined || speaker === card);
          some ||= fits;
          n += on ? 1 : 0;
          item.hidden = !on;
          for (const e of pieces) {
            e.classList.toggle("laut-off", !on);
            e.classList.toggle("laut-picked", on && speaker === card);
          }
        }
        card.hidden = !some && speaker !== card; // who was chosen can always be let go
      }
      shown.textContent = String(n);
      none.hidden = n > 0;
      reset.hidden = chosen.length === 0 && speaker === undefined && stance.value === "";
    };
    const clear = () => {
      for (const b of [...kinds, ...[...cards.keys()].map(head)]) press(b, false);
      stance.value = "";
      filter();
    };

    const more = one(".laut-more");
    const unfold = (on) => {
      press(more, on);
      article.classList.toggle("laut-all", on);
    };

    article.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button === null) return;
      const card = button.closest(".laut-card"), item = button.closest(".laut-said");
      if (item !== null) {
        const claim = claims.get(item.dataset.claim);
        keep([claim]);
        if (claim.pieces[0].closest(".laut-furniture") !== null) unfold(true);
        scroll(claim.pieces[0], "center");
      } else if (card !== null) {
        const on = !pressed(button);
        for (const c of cards.keys()) press(head(c), c === card && on);
        filter();
      } else if (button === more) {
        unfold(!pressed(more));
      } else if (button === reset) {
        clear();
        kinds[0]?.focus();
      } else if (button.dataset.label !== undefined) {
        press(button, !pressed(button));
        article.classList.toggle(`laut-no-${button.dataset.label.toLowerCase()}`, !pressed(button));
      } else {
        press(button, !pressed(button));
        filter();
      }
    });
    article.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      keep([]);
      if (claims.size > 0) clear();
    });

    // Only now the buttons do something.
    article.classList.add("laut-live");
    for (const b of all("button")) b.disabled = false;
    for (const { item, pieces } of claims.values()) item.querySelector("button").disabled = pieces.length === 0;
    stance?.addEventListener("change", filter);
    if (stance !== null) stance.closest("label").hidden = false;
  }
})();
