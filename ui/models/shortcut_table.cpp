// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shortcut_table.h"

#include <algorithm>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kGroup = u"shortcuts"_s;

QStringList portable(const std::vector<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& sequence : keys)
        texts.push_back(sequence.toString(QKeySequence::PortableText));
    return texts;
}

std::vector<QKeySequence> keys_of(const QStringList& texts) {
    std::vector<QKeySequence> keys;
    for (const QString& text : texts) {
        const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (!sequence.isEmpty() && ShortcutTable::objection(sequence).isEmpty())
            keys.push_back(sequence);
    }
    return keys;
}

bool overlap(const QKeySequence& a, const QKeySequence& b) {
    return !a.isEmpty() && !b.isEmpty() &&
           (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

bool is_function_key(int key) {
    return key >= Qt::Key_F1 && key <= Qt::Key_F35;
}

constexpr const char* kTip = "tip";  ///< what set_tip() was given

/// What it says now, with its keys.
QString tip_text(const QAction& action) {
    const QString own = action.property(kTip).toString();
    const QString tip = own.isEmpty() ? action_title(action) : own;
    const QString keys = keys_text(action);
    return keys.isEmpty() ? tip : ShortcutTable::tr("%1 (%2)", "action, keys").arg(tip, keys);
}

}  // namespace

QString action_title(const QAction& action) {
    // "&&" is a real one.
    QString text = action.text();
    text.replace(u"&&"_s, u"\x01"_s).remove(u'&').replace(u'\x01', u'&');
    return text;
}

QString keys_text(const QAction& action) {
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(u"; "_s, u", "_s);
}

void set_tip(QAction& action, const QString& tip) {
    action.setProperty(kTip, tip);
    action.setToolTip(tip_text(action));
}

ShortcutTable::ShortcutTable(Settings& settings, QObject* parent)
    : QObject(parent), settings_(settings) {}

void ShortcutTable::forget_gone() {
    std::erase_if(rows_, [](const Row& row) { return row.action.isNull(); });
}

void ShortcutTable::adopt(QAction& action, const QString& title, const QString& name) {
    forget_gone();
    const QList<QKeySequence> now = action.shortcuts();
    Row row{&action,
            title.isEmpty() ? action_title(action) : title,
            name.isEmpty() ? action.objectName() : name,
            {now.begin(), now.end()}};
    const auto known = std::find_if(rows_.begin(), rows_.end(),
                                    [&row](const Row& other) { return other.name == row.name; });
    if (known != rows_.end() && known->action == &action) row.initial = known->initial;
    Row& place = known != rows_.end() ? *known : rows_.emplace_back();
    place = std::move(row);
    const QVariant own = settings_.entry(kGroup, place.name);
    std::vector<QKeySequence> keys = own.isValid() ? keys_of(own.toStringList()) : place.initial;
    // The file may have been edited by hand: what another action has stays there.
    const int index = static_cast<int>(&place - rows_.data());
    std::erase_if(keys, [&](const QKeySequence& k) { return conflict(k, index).has_value(); });
    apply(place, keys);
    emit changed();
}

int ShortcutTable::row_of(const QAction& action) const {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (rows_[row].action == &action) return static_cast<int>(row);
    }
    return -1;
}

bool ShortcutTable::is_initial(int row) const {
    const Row& own = rows_[static_cast<std::size_t>(row)];
    const QList<QKeySequence> now = own.action->shortcuts();
    return std::equal(now.begin(), now.end(), own.initial.begin(), own.initial.end());
}

std::optional<int> ShortcutTable::conflict(const QKeySequence& keys, int except) const {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (static_cast<int>(row) == except || rows_[row].action.isNull()) continue;
        for (const QKeySequence& other : rows_[row].action->shortcuts()) {
            if (overlap(keys, other)) return static_cast<int>(row);
        }
    }
    return std::nullopt;
}

QString ShortcutTable::objection(const QKeySequence& keys) {
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination combination = keys[static_cast<uint>(i)];
        const Qt::KeyboardModifiers held = combination.keyboardModifiers();
        const bool strong = held & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (!strong && !is_function_key(combination.key())) {
            return tr(
                "Plain keys belong to typing and to the canvases: add Ctrl or Alt, or take a "
                "function key.");
        }
        const bool tab = combination.key() == Qt::Key_Tab || combination.key() == Qt::Key_Backtab;
        if (tab) return tr("Tab leads from control to control.");
        const bool copy = QKeySequence(combination) == QKeySequence(QKeySequence::Copy);
        if (copy) return tr("These keys copy what is selected, everywhere.");
    }
    return {};
}

bool ShortcutTable::set(int row, const QKeySequence& keys) {
    if (!objection(keys).isEmpty() || conflict(keys, row)) return false;
    give(row, keys.isEmpty() ? std::vector<QKeySequence>{} : std::vector<QKeySequence>{keys});
    emit changed();
    return true;
}

bool ShortcutTable::take(int row, const QKeySequence& keys) {
    if (!objection(keys).isEmpty()) return false;
    free(keys, row);
    return set(row, keys);
}

void ShortcutTable::free(const QKeySequence& keys, int except) {
    while (const auto other = conflict(keys, except)) {
        std::vector<QKeySequence> rest;
        for (const QKeySequence& own :
             rows_[static_cast<std::size_t>(*other)].action->shortcuts()) {
            if (!overlap(own, keys)) rest.push_back(own);
        }
        give(*other, rest);
    }
}

void ShortcutTable::give(int row, const std::vector<QKeySequence>& keys) {
    Row& own = rows_[static_cast<std::size_t>(row)];
    if (keys == own.initial) {
        settings_.remove_entry(kGroup, own.name);
    } else {
        settings_.set_entry(kGroup, own.name, portable(keys));
    }
    apply(own, keys);
}

void ShortcutTable::apply(Row& row, const std::vector<QKeySequence>& keys) {
    QAction& action = *row.action;
    // Tips that are no more than these follow; others say something of their own.
    const bool follows =
        action.toolTip() == tip_text(action) || action.toolTip() == action_title(action);
    action.setShortcuts(QList<QKeySequence>(keys.begin(), keys.end()));
    if (follows) action.setToolTip(tip_text(action));
}

void ShortcutTable::reset(int row) {
    const std::vector<QKeySequence> initial = rows_[static_cast<std::size_t>(row)].initial;
    for (const QKeySequence& keys : initial)
        free(keys, row);  // whoever was given them gives them back
    give(row, initial);
    emit changed();
}

void ShortcutTable::reset_all() {
    forget_gone();
    for (const QString& name : settings_.entries(kGroup))
        settings_.remove_entry(kGroup, name);
    for (Row& row : rows_)
        apply(row, row.initial);
    emit changed();
}

}  // namespace bitlathe
