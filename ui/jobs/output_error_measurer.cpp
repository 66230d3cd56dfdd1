// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/output_error_measurer.h"

#include <QFileInfo>
#include <algorithm>
#include <map>
#include <utility>

#include "core/profile/importance/block_weights.h"
#include "core/targets/output_error_table.h"
#include "core/targets/planned_loss.h"
#include "ui/jobs/profile_feed.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

/// What is to be measured, as the GUI thread knew it when somebody asked.
struct Order {
    std::shared_ptr<const TensorCatalog> catalog;
    ActivationProfiler::Profile profile;
    ActivationProfiler::OutputErrors earlier;  ///< of the same inputs; null: none
    std::vector<FormatId> planned;             ///< by tensor
    bool with_first = true;
};

using Rows = std::map<std::string, OutputErrorRow, std::less<>>;

bool has(const std::vector<FormatError>& errors, FormatId format) {
    return std::any_of(errors.begin(), errors.end(),
                       [format](const FormatError& error) { return error.format == format; });
}

bool is_known(const Rows& rows, const std::string& tensor, FormatId format) {
    const auto row = rows.find(tensor);
    return row != rows.end() &&
           (has(row->second.diagonal, format) || has(row->second.full, format));
}

/// Whether nothing but other formats could be added to what was measured.
bool is_whole(const OutputErrorRecord& record, const ActivationProfile& profile, bool with_first) {
    const bool full = std::any_of(record.tensors.begin(), record.tensors.end(),
                                  [](const OutputErrorRow& row) { return !row.full.empty(); });
    return is_of(record, profile, with_first) && (full || profile.grams.empty());
}

/// Formats that a tensor may come to have, by rising ids.
std::vector<FormatId> formats_for(const Order& order, std::size_t tensor) {
    std::vector<FormatId> formats = ProfileFeed::wanted(*order.catalog, tensor);
    for (const Rung& rung : order.catalog->ladder(tensor))
        formats.push_back(rung.format);
    formats.push_back(order.planned[tensor]);
    std::sort(formats.begin(), formats.end());
    formats.erase(std::unique(formats.begin(), formats.end()), formats.end());
    return formats;
}

std::vector<OutputErrorRequest> requests(const Order& order, const Rows& known) {
    const TensorCatalog& catalog = *order.catalog;
    std::vector<OutputErrorRequest> requests;
    for (const auto& block : linears_of_blocks(catalog.model())) {
        for (const std::size_t tensor : block) {
            if (!catalog.tensor(tensor).adjustable) continue;
            const TensorInfo& info = catalog.model().tensor(tensor);
            OutputErrorRequest request{tensor, formats_for(order, tensor)};
            std::erase_if(request.formats, [&](FormatId format) {
                return format_info(format).encode == nullptr || !row_fits(format, info.cols()) ||
                       is_lossless(info.format, format) || is_known(known, info.name, format);
            });
            if (!request.formats.empty()) requests.push_back(std::move(request));
        }
    }
    return requests;
}

void add(std::vector<FormatError> found, std::vector<FormatError>& errors) {
    std::erase_if(found, [](const FormatError& error) { return !error.nmse; });
    errors.insert(errors.end(), found.begin(), found.end());
    std::sort(errors.begin(), errors.end(),
              [](const auto& a, const auto& b) { return a.format < b.format; });
}

Status measure_errors(const Order& order, OutputErrorRecord& record, const WorkContext& context) {
    const Model& model = order.catalog->model();
    Rows rows;
    if (order.earlier) {
        for (const OutputErrorRow& row : order.earlier->tensors)
            rows.emplace(row.tensor, row);
    }
    BITLATHE_ASSIGN(auto table, output_error_table(model, *order.profile, requests(order, rows),
                                                   order.with_first, context));
    for (TensorOutputErrors& found : table) {
        const std::string& name = model.tensor(found.tensor).name;
        OutputErrorRow& row = rows[name];
        row.tensor = name;
        add(std::move(found.diagonal), row.diagonal);
        add(std::move(found.full), row.full);
    }
    const TextStamp& text = order.profile->text;
    record = {text.path, text.sha256, text.ids, order.with_first, {}};
    for (auto& row : rows)
        record.tensors.push_back(std::move(row.second));
    return {};
}

}  // namespace

OutputErrorMeasurer::OutputErrorMeasurer(PlanModel& plan, ActivationProfiler& profiler,
                                         JobQueue& queue, QObject* parent)
    : QObject(parent), plan_(plan), profiler_(profiler), queue_(queue) {
    connect(&profiler_, &ActivationProfiler::state_changed, this, [this] {
        // Of a model that went, nobody can see what it would find.
        if (job_ && !profiler_.shown()) job_->cancel();
        emit state_changed();
    });
}

bool OutputErrorMeasurer::ready() const {
    return !job_ && plan_.is_open() && profiler_.shown();
}

void OutputErrorMeasurer::measure() {
    if (!ready()) return;
    Order order{plan_.shared_catalog(), profiler_.shown(), {}, {}, profiler_.with_first()};
    const auto& earlier = profiler_.output_errors();
    if (earlier && is_whole(*earlier, *order.profile, order.with_first)) order.earlier = earlier;
    for (std::size_t i = 0; i < order.catalog->size(); ++i)
        order.planned.push_back(plan_.committed_format(i));
    auto record = std::make_shared<OutputErrorRecord>();
    auto work = [order, record](const WorkContext& context) {
        return measure_errors(order, *record, context);
    };
    auto end = [this, record, profile = order.profile](BackgroundJob& job, const Status& status) {
        job_.clear();
        if (status) {
            job.set_outcome([count = static_cast<int>(record->tensors.size())] {
                return tr("output errors of %n tensor(s) are known", nullptr, count);
            });
            if (profiler_.shown() == profile) {
                profiler_.take_output_errors(record);
                emit found();
            }
        }
        emit state_changed();
    };
    const QString text = QFileInfo(to_qstring(order.profile->text.path)).fileName();
    job_ = &queue_.add(*this, {.name = [text] { return tr("Output errors on %1").arg(text); },
                               .work = std::move(work),
                               .end = std::move(end),
                               .loss = [] { return tr("what was measured so far is lost"); },
                               .again = [this] { measure(); }});
    emit state_changed();
}

}  // namespace bitlathe
