// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/folder_names.h"

#include <algorithm>
#include <vector>

#include "core/model/tensor_name.h"

namespace bitlathe {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        words.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return words;
}

/// Whether a name has these parts between its dots.
bool has_parts(std::string_view name, std::string_view parts) {
    for (std::size_t at = name.find(parts); at != std::string_view::npos;
         at = name.find(parts, at + 1)) {
        const std::size_t end = at + parts.size();
        const bool begins = at == 0 || name[at - 1] == '.';
        if (begins && (end == name.size() || name[end] == '.')) {
            return true;
        }
    }
    return false;
}

/// Whether a row of the tables is about a tensor.
bool is_about(const NameRow& row, const TensorName& name, Role role) {
    const std::string_view stem = without_ending(row.canonical);
    const bool states_ending = stem.size() != row.canonical.size();
    if (stem != name.stem ||
        (states_ending && row.canonical.substr(stem.size() + 1) != name.ending)) {
        return false;
    }
    const bool both = role == Role::kMlpGateUp && stem.find("gate_up") == std::string_view::npos;
    return row.role ? *row.role == role : !both;
}

class Search {
public:
    Search(const Family& family, const TensorName& name, Role role)
        : family_(family), name_(name), role_(role), words_(words_of(family.spelling)) {
        for (const NameRow& row : family.names) {
            look_at(row);
        }
        for (const NameRow& row : common_names()) {
            if (!is_hidden(row.source)) {
                look_at(row);
            }
        }
    }
    [[nodiscard]] const NameRow* row() const { return best_; }
    [[nodiscard]] bool spelled() const { return spelled_; }

private:
    /// The family means something else by the name.
    [[nodiscard]] bool is_hidden(std::string_view source) const {
        return std::any_of(family_.names.begin(), family_.names.end(),
                           [&](const NameRow& row) { return row.source == source; });
    }
    void look_at(const NameRow& row) {
        // Names of GGUFs stand in the tables, too.
        if (row.source.starts_with("blk.") || !is_about(row, name_, role_)) {
            return;
        }
        const bool spelled = std::any_of(words_.begin(), words_.end(), [&](std::string_view word) {
            return has_parts(row.source, word);
        });
        if (best_ == nullptr || (spelled && !spelled_)) {
            best_ = &row;
            spelled_ = spelled;
        }
    }

    const Family& family_;
    const TensorName& name_;
    Role role_;
    std::vector<std::string_view> words_;
    const NameRow* best_ = nullptr;
    bool spelled_ = false;
};

}  // namespace

std::optional<FolderName> folder_name(const Family& family, std::string_view canonical, Role role) {
    const TensorName name = split_tensor_name(canonical);
    const Search search(family, name, role);
    if (search.row() == nullptr) {
        return std::nullopt;
    }
    const std::string_view root = name.stem == "output" ? std::string_view() : family.root;
    return FolderName{std::string(root) + fill_canonical(search.row()->source, name),
                      search.spelled()};
}

bool stacks_experts(const Family& family) {
    return std::any_of(family.names.begin(), family.names.end(), [](const NameRow& row) {
        return row.canonical == "blk.{b}.ffn_gate_up_exps";
    });
}

std::optional<FolderClass> folder_class(const Family& family) {
    const auto words = words_of(family.config);
    const auto is_class = [](std::string_view word) {
        return word.ends_with("ForCausalLM") || word.ends_with("LMHeadModel");
    };
    const auto found = std::find_if(words.begin(), words.end(), is_class);
    if (found == words.end()) {
        return std::nullopt;
    }
    // Of a model that also has a vision part, the text's.
    const std::string text = std::string(words.front()) + "_text";
    const bool part = std::find(words.begin(), words.end(), text) != words.end();
    return FolderClass{part ? text : std::string(words.front()), std::string(*found)};
}

}  // namespace bitlathe
